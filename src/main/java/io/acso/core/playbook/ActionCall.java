package io.acso.core.playbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A gated action of a playbook with its variables replaced.
 *
 * @param kind such as {@code aws.iam.deactivate-access-key}
 * @param targetType of each target, as the inventory names it: {@code aws:iam:access-key}
 * @param scope of each target: {@code aws:111122223333}
 * @param targets ids within the scope; one action each
 */
public record ActionCall(
        String kind, String targetType, String scope, List<String> targets, Map<String, String> arguments) {

    public ActionCall {
        targets = List.copyOf(targets);
        arguments = Map.copyOf(arguments);
    }

    /** @throws ValueUnfit when a value must not stand where it would */
    static ActionCall of(CommandData.GatedAction action, Bindings bindings) {
        Map<String, String> arguments = new TreeMap<>();
        action.arguments().forEach((name, template) -> arguments.put(name, bindings.text(template)));
        return new ActionCall(
                action.kind(),
                action.targetType(),
                bindings.text(action.scope()),
                bindings.items(action.target()),
                arguments);
    }
}
