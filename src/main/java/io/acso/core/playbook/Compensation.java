package io.acso.core.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be undone, or is being undone, the last first.
 *
 * @param effects that took and are to be undone should the execution fail, the oldest first
 * @param begun true once the execution has failed or was cancelled with effects to undo
 * @param deadline until which the last of the effects has to be undone; null while none is under way
 */
public record Compensation(
        List<Effect> effects, boolean begun, @Nullable Instant deadline) {

    static final Compensation NONE = new Compensation(List.of(), false, null);

    /** What one attempt of a step did. */
    public record Effect(String stepId, int attempt) {}

    public Compensation {
        effects = List.copyOf(effects);
    }

    Compensation with(Effect effect) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(effect);
        return new Compensation(more, begun, deadline);
    }

    Compensation until(Instant limit) {
        return new Compensation(effects, true, limit);
    }

    Compensation held() {
        return new Compensation(effects, true, null);
    }

    Compensation withoutLast() {
        return new Compensation(effects.subList(0, effects.size() - 1), true, null);
    }

    boolean underWay(String stepId, int attempt) {
        return deadline != null && effects.getLast().equals(new Effect(stepId, attempt));
    }
}
