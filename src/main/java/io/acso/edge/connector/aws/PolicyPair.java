package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.domain.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Puts an inline policy on a user or role, and takes it off again. The policy's name is derived from what it is for, so
 * that it meets no other policy; one of that name with another content is nobody's to touch and stops the action.
 */
final class PolicyPair implements Measure {

    /** What is put on the principal. */
    interface Restriction {

        String on();

        String off();

        String policyName(Action action);

        String document(Action action);

        String summary(IamPrincipal principal, Action action);
    }

    private final InlinePolicies policies;
    private final Restriction restriction;

    PolicyPair(InlinePolicies policies, Restriction restriction) {
        this.policies = policies;
        this.restriction = restriction;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(restriction.on(), restriction.off());
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return RepeatSafety.NATURAL;
    }

    @Override
    public DryRun dryRun(Action action) {
        IamPrincipal principal = IamPrincipal.of(action);
        Optional<JsonNode> there = found(principal, action);
        if (!putsOn(action)) {
            String summary = "Policy %s is taken off %s%s."
                    .formatted(name(action), principal, there.isPresent() ? "" : ", which does not have it");
            return new DryRun(
                    action, calls(principal, action, there), 1, there.isPresent() ? inverse(action) : null, summary);
        }
        // Named for this incident, so it is ours to take off even when an earlier attempt put it on.
        return new DryRun(
                action, calls(principal, action, there), 1, inverse(action), restriction.summary(principal, action));
    }

    @Override
    public Map<String, String> carryOut(Authorized authorized, Attempt attempt) {
        Action action = authorized.action();
        IamPrincipal principal = IamPrincipal.of(action);
        Optional<JsonNode> there = found(principal, action);
        if (putsOn(action)) {
            attempt.send(policies.put(principal, name(action), restriction.document(action)));
        } else if (there.isPresent()) {
            attempt.send(policies.delete(principal, name(action)));
        }
        return Map.of("policyName", name(action), "principal", principal.toString());
    }

    @Override
    public Check check(Action action) {
        IamPrincipal principal = IamPrincipal.of(action);
        boolean there = found(principal, action).isPresent();
        return new Check(
                there == putsOn(action) ? Check.Verdict.IN_PLACE : Check.Verdict.NOT_IN_PLACE,
                "%s %s policy %s".formatted(principal, there ? "has" : "does not have", name(action)));
    }

    private List<String> calls(IamPrincipal principal, Action action, Optional<JsonNode> there) {
        if (putsOn(action)) {
            return List.of(policies.put(principal, name(action), restriction.document(action))
                    .text());
        }
        return there.isPresent()
                ? List.of(policies.delete(principal, name(action)).text())
                : List.of();
    }

    private Optional<JsonNode> found(IamPrincipal principal, Action action) {
        Optional<JsonNode> there = policies.find(principal, name(action));
        if (there.isPresent() && !there.get().equals(Json.tree(restriction.document(action)))) {
            throw new ActionInvalid("%s has a policy %s with another content, which is left alone: remove it by hand"
                    .formatted(principal, name(action)));
        }
        return there;
    }

    private Action inverse(Action action) {
        return new Action(putsOn(action) ? restriction.off() : restriction.on(), action.target(), action.arguments());
    }

    private boolean putsOn(Action action) {
        return action.kind().equals(restriction.on());
    }

    private String name(Action action) {
        return restriction.policyName(action);
    }
}
