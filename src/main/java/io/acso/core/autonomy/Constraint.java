package io.acso.core.autonomy;

import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an action may be whose target or arguments only the execution itself will know: approved with its plan in
 * advance. Patterns are texts in which {@code *} stands for any characters.
 *
 * @param stepId the playbook step it holds for
 * @param kind the action kind
 * @param targetType exactly
 * @param scope pattern of the target's scope
 * @param target pattern of the target's id
 * @param arguments by name, the patterns of which a value must fit one; an argument that is not named here is refused
 * @param most how many such actions the execution may carry out
 * @param touches how many things each may touch
 * @param reversible whether each must have an inverse
 */
public record Constraint(
        String stepId,
        String kind,
        String targetType,
        String scope,
        String target,
        Map<String, Set<String>> arguments,
        int most,
        long touches,
        boolean reversible) {

    public Constraint {
        arguments = Map.copyOf(arguments);
        if (most < 1 || touches < 0) {
            throw new IllegalArgumentException("a constraint allows one action at least");
        }
    }

    /** Whether it is such an action, as far as its description tells. */
    public boolean admits(String step, Action action) {
        Target at = action.target();
        return stepId.equals(step)
                && kind.equals(action.kind())
                && targetType.equals(at.type())
                && Pattern.fits(scope, at.scope())
                && Pattern.fits(target, at.id())
                && action.arguments().entrySet().stream().allMatch(argument -> arguments
                        .getOrDefault(argument.getKey(), Set.of())
                        .stream()
                        .anyMatch(pattern -> Pattern.fits(pattern, argument.getValue())));
    }

    /** Whether what the dry run found stays within it. */
    boolean admits(PlannedAction planned) {
        return admits(planned.stepId(), planned.action())
                && planned.dryRun().touches() <= touches
                && (!reversible || planned.dryRun().inverse() != null);
    }

    /** An action with the patterns in the place of what they stand for, to show and to decide in advance. */
    public Action widest() {
        return new Action(kind, new Target(targetType, scope, target), Map.of());
    }

    /** What counters know it by. */
    String name() {
        return Json.hash(stable()).hex();
    }

    /** All of it, for hashes: sets have no order of their own. */
    List<Object> stable() {
        TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
        arguments.forEach((name, patterns) -> sorted.put(name, new TreeSet<>(patterns)));
        return List.of(stepId, kind, targetType, scope, target, sorted, most, touches, reversible);
    }

    /** The most that one such action can be, for a decision in advance. */
    PlannedAction most(Inventory inventory) {
        Action any = widest();
        Action inverse = reversible ? any : null;
        DryRun dryRun = new DryRun(any, List.of(), touches, inverse, "what the constraint lets through");
        return new PlannedAction(stepId, dryRun, BlastRadius.of(dryRun, inventory));
    }
}
