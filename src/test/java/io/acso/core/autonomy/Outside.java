package io.acso.core.autonomy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An actuator on a world of its own, which outlives any crash. It does what it is told, and counts. */
final class Outside implements Actuator {

    static final Target TARGET = new Target("aws:ec2:instance", "aws:123456789012", "eu-north-1/i-0abc");
    static final String QUARANTINE = "aws.ec2.quarantine-instance";
    static final String RESTORE = "aws.ec2.restore-security-groups";

    final List<Action> carried = new ArrayList<>();
    final Deque<Effect> answers = new ArrayDeque<>();
    final Deque<Check> checks = new ArrayDeque<>();
    RepeatSafety safety = RepeatSafety.CHECKABLE;
    boolean telling = true;
    Runnable passing = () -> {};

    static Action quarantine() {
        return new Action(QUARANTINE, TARGET, Map.of("group", "sg-1"));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(QUARANTINE, RESTORE, "notify.webhook");
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return safety;
    }

    @Override
    public DryRun dryRun(Action action) {
        Action inverse = action.kind().equals(QUARANTINE)
                ? new Action(RESTORE, action.target(), Map.of("groups", "sg-before"))
                : null;
        return new DryRun(action, List.of(action.kind() + " " + action.arguments()), 1, inverse, "does it");
    }

    /** Answers as scripted, or does it. An answer of {@code Unknown} is one that was lost after it was done. */
    @Override
    public Effect carryOut(Authorized authorized) {
        passing.run();
        Effect answer = answers.isEmpty() ? new Effect.Done(Map.of("request", "r-1")) : answers.pop();
        if (answer instanceof Effect.Done || answer instanceof Effect.Unknown) {
            carried.add(authorized.action());
        }
        passing.run();
        return answer;
    }

    @Override
    public Check check(Action action) {
        if (!checks.isEmpty()) {
            return checks.pop();
        }
        if (!telling) {
            return new Check(Check.Verdict.CANNOT_TELL, "nothing to see");
        }
        return carried.contains(action)
                ? new Check(Check.Verdict.IN_PLACE, "there")
                : new Check(Check.Verdict.NOT_IN_PLACE, "not there");
    }
}
