package io.acso.core.autonomy;

import io.acso.core.autonomy.EffectRecord.State;
import io.acso.core.autonomy.UndoRefused.Reason;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes effects back: the inverse that was captured before an effect is an action of a plan of its own. */
public final class Undo {

    private static final String PREFIX = "undo:";
    private static final Watch ONE_LOOK = new Watch(look -> {}, 1);

    private final Effects effects;
    private final Actuators actuators;
    private final Supplier<Inventory> inventory;

    public Undo(Effects effects, Actuators actuators, Supplier<Inventory> inventory) {
        this.effects = effects;
        this.actuators = actuators;
        this.inventory = inventory;
    }

    /** Whether actions of that step only take back what others did. */
    public static boolean takesBack(String stepId) {
        return stepId.startsWith(PREFIX);
    }

    /**
     * What would take a planned action back, for a plan that foresees it; empty when nothing does, or it can only be
     * told once the action was carried out.
     */
    public Optional<PlannedAction> foresee(PlannedAction planned) {
        Action inverse = planned.dryRun().inverse();
        if (inverse == null) {
            return Optional.empty();
        }
        try {
            DryRun dryRun = actuators.dryRun(inverse);
            return Optional.of(
                    new PlannedAction(PREFIX + planned.stepId(), dryRun, BlastRadius.of(dryRun, inventory.get())));
        } catch (ActionInvalid | ActionNotConfigured notYet) {
            return Optional.empty();
        }
    }

    /** What took an effect back, or tried to. */
    public Optional<EffectRecord> of(EffectRecord effect) {
        return key(effect).flatMap(key -> effects.find(effect.request().executionId(), key));
    }

    /** Under which key the effect is, or would be, that takes this one back; empty when nothing does. */
    public static Optional<String> key(EffectRecord effect) {
        GateRequest request = effect.request();
        String step = PREFIX + request.planned().stepId();
        return Optional.ofNullable(request.planned().dryRun().inverse())
                .map(inverse -> GateRequest.key(request.executionId(), step, inverse, request.visit()));
    }

    /**
     * The action that takes an effect back: as it was carried out if it was, else dry-run as things are now.
     *
     * @throws UndoRefused when the effect did not happen, has no inverse, or takes another back itself
     * @throws ActionInvalid when the inverse cannot be carried out as things are now
     * @throws ActionNotConfigured when its connector is not set up
     */
    public PlannedAction inverse(EffectRecord effect) {
        Action inverse = undoable(effect);
        Optional<EffectRecord> done = of(effect).filter(known -> known.state() == State.DONE);
        if (done.isPresent()) {
            return done.get().request().planned();
        }
        DryRun dryRun = actuators.dryRun(inverse);
        return new PlannedAction(
                PREFIX + effect.request().planned().stepId(), dryRun, BlastRadius.of(dryRun, inventory.get()));
    }

    /**
     * The plan to undo one effect, to be approved. Looks whether the effect is still in place.
     *
     * @throws UndoRefused with the reason, when there is nothing to plan
     */
    public Plan plan(EffectRecord effect) {
        undoable(effect);
        stillInPlace(effect);
        try {
            GateRequest request = effect.request();
            return new Plan(request.executionId(), request.subject(), PREFIX + effect.key(), List.of(inverse(effect)));
        } catch (ActionInvalid e) {
            throw new UndoRefused(Reason.CHANGED, "it cannot be taken back as things are now: " + e.getMessage());
        } catch (ActionNotConfigured e) {
            throw new UndoRefused(Reason.NOT_CONFIGURED, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Somebody else may have changed meanwhile what the effect did; then the inverse would change what nobody meant.
     *
     * @throws UndoRefused when it was taken back already, or a check says that it is not in place any more
     */
    public void stillInPlace(EffectRecord effect) {
        Optional<EffectRecord> undone = of(effect);
        if (undone.map(EffectRecord::state).filter(State.DONE::equals).isPresent()) {
            throw new UndoRefused(
                    Reason.UNDONE,
                    "it was taken back at " + undone.get().finished() + " by effect "
                            + undone.get().key());
        }
        if (undone.isPresent() && undone.get().open()) {
            // An attempt was cut off: the effect may be gone because of it.
            return;
        }
        Check seen = ONE_LOOK.look(actuators.of(action(effect).kind()), action(effect));
        if (seen.verdict() == Check.Verdict.NOT_IN_PLACE) {
            throw new UndoRefused(
                    Reason.CHANGED,
                    "what it did is no longer in place, so there is nothing to take back: " + seen.detail());
        }
    }

    /**
     * Carries such a plan out through the gate, as any other.
     *
     * @param undone the effect that the plan undoes; its severity and confidence hold for the undoing
     * @throws IllegalArgumentException when the plan is not one of {@link #plan} for that effect
     */
    public Report perform(EffectRecord undone, Plan plan, Principal agent, Optional<Approval> approval) {
        GateRequest before = undone.request();
        PlannedAction planned = plan.actions().stream()
                .filter(action ->
                        action.action().equals(before.planned().dryRun().inverse()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan does not undo " + undone.key()));
        return effects.perform(
                new GateRequest(
                        agent,
                        planned,
                        plan.executionId(),
                        plan.subject(),
                        before.severity(),
                        before.confidence(),
                        plan.hash(),
                        before.visit()),
                approval);
    }

    private static Action undoable(EffectRecord effect) {
        if (takesBack(effect.request().planned().stepId())) {
            throw new UndoRefused(
                    Reason.IS_UNDO, "it took another effect back; to do that again, run a playbook that does it");
        }
        if (effect.state() != State.DONE) {
            throw new UndoRefused(
                    Reason.NOT_DONE, "the effect is " + effect.state() + "; only what is done can be taken back");
        }
        Action inverse = effect.request().planned().dryRun().inverse();
        if (inverse == null) {
            throw new UndoRefused(Reason.NO_INVERSE, "nothing is known that takes this back");
        }
        return inverse;
    }

    private static Action action(EffectRecord effect) {
        return effect.request().planned().action();
    }
}
