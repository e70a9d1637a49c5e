package io.acso.platform.durability;

/** A record or message in a shape that this version does not know: written by a newer one. Nothing was changed. */
public final class UnknownShape extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownShape(String message) {
        super(message);
    }
}
