package io.acso.core.autonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action would do, found without changing anything.
 *
 * @param calls the exact calls in order, as a person can read them: {@code iam:UpdateAccessKey {…}}
 * @param touches how many things of the target's type it touches
 * @param inverse the action that undoes it, with the state it needs from before; null when there is none
 * @param summary one sentence for the approver
 */
public record DryRun(
        Action action,
        List<String> calls,
        long touches,
        @Nullable Action inverse,
        String summary) {

    public DryRun {
        calls = List.copyOf(calls);
    }
}
