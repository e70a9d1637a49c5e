package io.acso.edge.api.rest;

import io.acso.core.autonomy.AutonomyLevels;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.core.autonomy.PolicyTrial;
import io.acso.core.autonomy.TrialInvalid;
import io.acso.domain.kernel.Json;
import io.acso.edge.api.access.Permitted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The policies in force, those before them, and what they would say. */
@RestController
@RequestMapping("/api/v1/policies")
final class PoliciesController {

    private final PoliciesInForce policies;
    private final AutonomyLevels levels;

    PoliciesController(PoliciesInForce policies, AutonomyLevels levels) {
        this.policies = policies;
        this.levels = levels;
    }

    /** The policies in force, and those before them. */
    @GetMapping
    @Permitted("policy.read")
    InForceBody show() {
        return new InForceBody(
                policies.get().content(),
                policies.get().ids(),
                policies.get().kinds(),
                policies.refused().orElse(null),
                policies.history());
    }

    /** The files of a set that was in force, by the hash that decisions name. */
    @GetMapping("/{hash}")
    @Permitted("policy.read")
    Map<String, String> files(@PathVariable String hash) {
        Map<String, String> files = policies.files(hash);
        if (files.isEmpty()) {
            throw Problems.notFound("policy set", hash, "/policies");
        }
        return files;
    }

    /** What would be decided for a described action; changes nothing. */
    @PostMapping("/trial")
    @Permitted("policy.try")
    PolicyTrial.Outcome trial(@RequestBody ObjectNode description) {
        try {
            return new PolicyTrial(policies.get(), levels.defaults()).decide(Json.text(description));
        } catch (TrialInvalid e) {
            throw Problems.badRequest("bad-description", String.valueOf(e.getMessage()));
        }
    }

    /** {@code refused} says why the newest files are not in force; absent when they are. */
    record InForceBody(
            String inForce,
            List<String> policies,
            Set<String> kinds,
            @Nullable String refused,
            List<PoliciesInForce.InForce> history) {}
}
