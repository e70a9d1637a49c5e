package io.acso.edge.api.rest;

import io.acso.core.autonomy.AutonomyLevel;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.edge.api.access.Permitted;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done to the outside world. */
@RestController
final class ActionKindsController {

    private final PoliciesInForce policies;
    private final AutonomyLevels levels;

    ActionKindsController(PoliciesInForce policies, AutonomyLevels levels) {
        this.policies = policies;
        this.levels = levels;
    }

    /** Every kind of action that policies speak of, and how far agents may go with it where nobody has set it. */
    @GetMapping("/api/v1/action-kinds")
    @Permitted("action.read")
    List<ActionKind> list() {
        return policies.get().kinds().stream()
                .sorted()
                .map(kind -> new ActionKind(
                        kind,
                        levels.defaults()
                                .kinds()
                                .getOrDefault(kind, levels.defaults().otherwise())))
                .toList();
    }

    record ActionKind(String kind, AutonomyLevel level) {}
}
