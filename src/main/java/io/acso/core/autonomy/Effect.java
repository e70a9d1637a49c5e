package io.acso.core.autonomy;

import java.util.Map;

/** What an actuator says of one attempt. */
public sealed interface Effect {

    /** It happened; {@code details} are what the other side answered. */
    record Done(Map<String, String> details) implements Effect {
        public Done {
            details = Map.copyOf(details);
        }
    }

    /** The connector has no credentials or endpoint; {@code cure} names the setting. Nothing happened. */
    record NotConfigured(String cure) implements Effect {}

    /** The connector may not touch this target, or the other side said no. Nothing happened. */
    record Refused(String why) implements Effect {}

    /** Nothing happened; {@code retryable} when trying again may help. */
    record Failed(String why, boolean retryable) implements Effect {}

    /** It may have happened: the answer was lost. */
    record Unknown(String why) implements Effect {}
}
