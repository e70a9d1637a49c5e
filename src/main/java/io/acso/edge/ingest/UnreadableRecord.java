package io.acso.edge.ingest;

/** A record of a known format that cannot be an event; the message says what is wrong with it, for people. */
public final class UnreadableRecord extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message) {
        super(message);
    }
}
