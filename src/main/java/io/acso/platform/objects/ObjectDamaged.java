package io.acso.platform.objects;

/** What is stored under a hash no longer has that hash. */
public final class ObjectDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ObjectDamaged(String message) {
        super(message);
    }
}
