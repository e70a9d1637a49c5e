package io.acso.core.autonomy;

/** Whether an action's effect is in place, as seen from outside. */
public record Check(Verdict verdict, String detail) {

    /** The three things a check can say. */
    public enum Verdict {
        IN_PLACE,
        NOT_IN_PLACE,
        CANNOT_TELL
    }
}
