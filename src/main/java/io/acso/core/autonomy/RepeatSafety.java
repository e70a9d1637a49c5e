package io.acso.core.autonomy;

/** What happens when an action is carried out twice, which decides what is done after a crash. */
public enum RepeatSafety {
    /** The second time changes nothing: it is repeated. */
    NATURAL,
    /** The other side drops repeats of one idempotency key: it is repeated with the same key. */
    KEYED,
    /** A check tells whether it took: checked first, repeated only if it did not. */
    CHECKABLE,
    /** None of these: after a crash it ends Uncertain, for a person. */
    NONE
}
