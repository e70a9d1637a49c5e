package io.acso.agent.incidentresponse;

import io.acso.core.autonomy.Constraint;
import io.acso.core.playbook.ActionCall;
import io.acso.core.playbook.PlannedStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Bounds for actions whose target or arguments only the execution itself will know, to be approved in advance. */
final class LateActions {

    private static final int MOST = 20;
    private static final long TOUCHES = 1;

    private LateActions() {}

    /** One for each target: what is known exactly, anything where {@link PlannedStep#LATE} stands. */
    static List<Constraint> constraints(PlannedStep ahead) {
        ActionCall call = ahead.call();
        Map<String, Set<String>> arguments = call.arguments().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, argument -> Set.of(argument.getValue())));
        return call.targets().stream()
                .map(target -> new Constraint(
                        ahead.stepId(),
                        call.kind(),
                        call.targetType(),
                        call.scope(),
                        target,
                        arguments,
                        MOST,
                        TOUCHES,
                        false))
                .toList();
    }
}
