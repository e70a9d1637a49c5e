package io.acso.platform.ledger;

/** A note, key or signature that is not what it should be; the message continues "the file …". */
final class MalformedNote extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedNote(String message) {
        super(message);
    }
}
