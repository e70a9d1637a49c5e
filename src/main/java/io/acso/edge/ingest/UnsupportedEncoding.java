package io.acso.edge.ingest;

/** The body is compressed in a way that is not supported; the message names what is. Nothing was taken. */
public final class UnsupportedEncoding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedEncoding(String message) {
        super(message);
    }
}
