package io.acso.core.autonomy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one effect ended. */
public sealed interface Report {

    /**
     * It is in place.
     *
     * @param effect key of its {@link EffectRecord}
     * @param details what the other side answered
     * @param inverse what would undo it, with the state from before; null when nothing does
     * @param check what was seen afterwards
     * @param repeated true when it was found done already, or recognised after a crash
     */
    record Carried(
            String effect,
            Map<String, String> details,
            @Nullable Action inverse,
            Check check,
            boolean repeated) implements Report {
        public Carried {
            details = Map.copyOf(details);
        }
    }

    /** Nothing happened; a person decides. */
    record NeedsApproval(Decision decision) implements Report {}

    /** Nothing happened and an approval would not help. */
    record Forbidden(Decision decision) implements Report {}

    /** Nothing happened; the cure names the setting. */
    record NotConfigured(String cure) implements Report {}

    /** It is not in place; asking again is safe, and may help when it is retryable. */
    record Failed(String why, boolean retryable) implements Report {}

    /** It may have happened. A person looks and settles it; it is not tried again by itself. */
    record Uncertain(String why) implements Report {}
}
