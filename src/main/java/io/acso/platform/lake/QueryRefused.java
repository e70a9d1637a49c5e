package io.acso.platform.lake;

/** A query that may not run or went beyond its limits; the message says which and what to do. */
public final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QueryRefused(String message) {
        super(message);
    }
}
