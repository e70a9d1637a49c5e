package io.acso.core.autonomy;

/** An effect that cannot be taken back; the message says why, in words. */
public final class UndoRefused extends RuntimeException {

    /** What kind of hindrance it is. */
    public enum Reason {
        /** It did not happen, or nobody knows whether it did. */
        NOT_DONE,
        /** Nothing is known that takes it back. */
        NO_INVERSE,
        /** It took another one back itself. */
        IS_UNDO,
        /** It was taken back before. */
        UNDONE,
        /** What it did is no longer in place, or its target is no longer as it was. */
        CHANGED,
        /** The connector that would do it is not set up. */
        NOT_CONFIGURED
    }

    private final Reason reason;

    UndoRefused(Reason reason, String why) {
        super(why, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
