package io.acso.core.autonomy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of policies parsed once inside Cedar and asked many times. */
final class CompiledPolicies {

    private final BasicAuthorizationEngine cedar;
    private final Schema schema;
    private final PolicySet policies;

    private CompiledPolicies(BasicAuthorizationEngine cedar, Schema schema, PolicySet policies) {
        this.cedar = cedar;
        this.schema = schema;
        this.policies = policies;
    }

    static CompiledPolicies of(Schema schema, List<LoadedPolicy> loaded) {
        Set<Policy> policies = loaded.stream().map(LoadedPolicy::compiled).collect(Collectors.toUnmodifiableSet());
        return NativeCalls.call(() -> {
            PolicySet set = new PolicySet(policies);
            schema.cache();
            set.cache();
            return new CompiledPolicies(new BasicAuthorizationEngine(), schema, set);
        });
    }

    Answer ask(CedarQuestion question) {
        return Answer.of(
                NativeCalls.call(() -> cedar.isAuthorized(question.request(schema), policies, question.entities())));
    }
}
