package io.acso.core.autonomy;

import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.policy.Policy;
import io.acso.domain.kernel.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One policy that compiles.
 *
 * @param because its reason, for people
 * @param scope the actions that it is about
 */
record LoadedPolicy(PolicyText text, String id, String because, boolean permits, ActionScope scope) {

    /** Reads what the policy says of itself. Its text must compile. */
    static LoadedPolicy of(PolicyText text) {
        return NativeCalls.call(() -> {
            Policy policy = new Policy(text.text(), "policy");
            Map<String, String> annotations = new HashMap<>(policy.getAnnotations());
            return new LoadedPolicy(
                    text,
                    orEmpty(annotations.get("id")),
                    orEmpty(annotations.get("because")),
                    policy.effect() == Effect.PERMIT,
                    ActionScope.of(Json.tree(policy.toJson()).path("action")));
        });
    }

    Policy compiled() {
        return new Policy(text.text(), id);
    }

    /** How explanations cite it. */
    String cited() {
        return id + " (" + because + ")";
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
