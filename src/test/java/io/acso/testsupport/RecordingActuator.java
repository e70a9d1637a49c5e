package io.acso.testsupport;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Contains on a world of its own: remembers what it did, and fails where a test says so. */
public final class RecordingActuator implements Actuator {

    private static final Set<String> KINDS = Set.of(
            "aws.iam.deactivate-access-key",
            "aws.iam.attach-deny-all",
            "aws.iam.revoke-sessions",
            "aws.ec2.quarantine-instance",
            "aws.ec2.snapshot-volumes",
            "aws.ec2.stop-instance",
            "notify.webhook");

    private final List<Action> carried = new CopyOnWriteArrayList<>();
    private final Map<String, Effect> answers = new ConcurrentHashMap<>();
    private final Set<String> unplannable = ConcurrentHashMap.newKeySet();
    private volatile Runnable before = () -> {};

    /** What becomes of actions on this target instead of success. */
    public RecordingActuator answering(String target, Effect effect) {
        answers.put(target, effect);
        return this;
    }

    /** Actions on this target cannot even be dry-run. */
    public RecordingActuator refusing(String target) {
        unplannable.add(target);
        return this;
    }

    public void beforeEach(Runnable what) {
        before = what;
    }

    /** Containment that took, as {@code kind target}. */
    public List<String> contained() {
        return carried.stream()
                .filter(action -> action.kind().startsWith("aws."))
                .map(action -> action.kind() + " " + action.target().id())
                .toList();
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return RepeatSafety.NONE;
    }

    @Override
    public DryRun dryRun(Action action) {
        if (unplannable.contains(action.target().id())) {
            throw new ActionInvalid("the account of " + action.target().id() + " is not listed");
        }
        return new DryRun(action, List.of(action.kind() + " " + action.target().id()), 1, null, "contains it");
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        before.run();
        Action action = authorized.action();
        Effect effect = answers.getOrDefault(action.target().id(), new Effect.Done(Map.of()));
        if (effect instanceof Effect.Done) {
            carried.add(action);
        }
        return effect;
    }

    @Override
    public Check check(Action action) {
        return carried.contains(action)
                ? new Check(Check.Verdict.IN_PLACE, "there")
                : new Check(Check.Verdict.NOT_IN_PLACE, "not there");
    }
}
