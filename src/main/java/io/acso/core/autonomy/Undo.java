package io.acso.core.autonomy;

import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes effects back: the inverse that was captured before an effect is an action of a plan of its own. */
public final class Undo {

    private static final String PREFIX = "undo:";

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

    /**
     * The plan to undo one effect, to be approved; empty when it did not happen or has no inverse.
     *
     * @throws ActionInvalid when the inverse cannot be carried out as things are now
     */
    public Optional<Plan> plan(EffectRecord effect) {
        GateRequest request = effect.request();
        Action inverse = request.planned().dryRun().inverse();
        if (inverse == null || effect.state() != EffectRecord.State.DONE) {
            return Optional.empty();
        }
        DryRun dryRun = actuators.dryRun(inverse);
        PlannedAction planned =
                new PlannedAction(PREFIX + request.planned().stepId(), dryRun, BlastRadius.of(dryRun, inventory.get()));
        return Optional.of(new Plan(request.executionId(), request.subject(), PREFIX + effect.key(), List.of(planned)));
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
}
