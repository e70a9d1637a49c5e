package io.acso.edge.cli;

/** The command was called in a way that cannot work; the message names the option that is missing or wrong. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
