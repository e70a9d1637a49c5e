package io.acso.core.autonomy;

import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import io.acso.domain.kernel.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The policies cut by action kind: Cedar looks at each policy that it is given, and most are about other kinds. A slice
 * is compiled when it is first asked; kinds with the same policies share one.
 */
final class PolicySlices {

    /** Slices of this and of the set before it, which may still be asked for a moment. */
    private static final int MOST_COMPILED = 4096;

    private final Schema schema;
    private final List<LoadedPolicy> policies;
    private final Map<String, Set<String>> groups;
    private final Map<String, List<LoadedPolicy>> byKind = new ConcurrentHashMap<>();
    private final Map<List<LoadedPolicy>, CompiledPolicies> compiled = new ConcurrentHashMap<>();

    PolicySlices(Schema schema, List<LoadedPolicy> policies) {
        NativeCalls.call(() -> {
            PolicySet.setCacheMaxPolicySets(MOST_COMPILED);
            return true;
        });
        this.schema = schema;
        this.policies = List.copyOf(policies);
        this.groups = groups(schema);
    }

    /** The action kinds that the schema declares: neither groups nor what people do. */
    Set<String> kinds() {
        Set<String> kinds = leaves();
        kinds.removeIf(kind -> groupsOf(kind).contains(CedarQuestion.OPERATION));
        kinds.remove(CedarQuestion.APPROVE);
        return kinds;
    }

    /** The operations that the schema declares. */
    Set<String> operations() {
        Set<String> operations = leaves();
        operations.removeIf(kind -> !groupsOf(kind).contains(CedarQuestion.OPERATION));
        return operations;
    }

    /** The groups that hold an action kind, directly or through others. */
    Set<String> groupsOf(String kind) {
        return groups.getOrDefault(kind, Set.of());
    }

    private Set<String> leaves() {
        Set<String> held = new HashSet<>();
        groups.values().forEach(held::addAll);
        Set<String> leaves = new TreeSet<>(groups.keySet());
        leaves.removeAll(held);
        return leaves;
    }

    Answer ask(String kind, CedarQuestion question) {
        return compiled(byKind.computeIfAbsent(
                        groups.containsKey(kind) ? kind : "", any -> slice(kind, policy -> true)))
                .ask(question);
    }

    private CompiledPolicies compiled(List<LoadedPolicy> slice) {
        return compiled.computeIfAbsent(slice, some -> CompiledPolicies.of(schema, some));
    }

    private List<LoadedPolicy> slice(String kind, Predicate<LoadedPolicy> also) {
        Set<String> held = groupsOf(kind);
        return policies.stream()
                .filter(policy -> policy.scope().covers(kind, held))
                .filter(also)
                .toList();
    }

    /** Each action of the schema with all groups that hold it. */
    private static Map<String, Set<String>> groups(Schema schema) {
        JsonNode actions = NativeCalls.call(
                        () -> Json.tree(schema.toJsonFormat().toString()))
                .path("")
                .path("actions");
        Map<String, Set<String>> direct = new HashMap<>();
        actions.properties().forEach(action -> {
            Set<String> in = new HashSet<>();
            action.getValue()
                    .path("memberOf")
                    .forEach(group -> in.add(group.path("id").asString()));
            direct.put(action.getKey(), in);
        });
        Map<String, Set<String>> all = new HashMap<>();
        direct.keySet().forEach(action -> all.put(action, above(action, direct)));
        return Map.copyOf(all);
    }

    private static Set<String> above(String action, Map<String, Set<String>> direct) {
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(direct.getOrDefault(action, Set.of()));
        while (!ahead.isEmpty()) {
            String group = ahead.pop();
            if (seen.add(group)) {
                ahead.addAll(direct.getOrDefault(group, Set.of()));
            }
        }
        return seen;
    }
}
