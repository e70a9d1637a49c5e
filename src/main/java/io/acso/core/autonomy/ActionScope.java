package io.acso.core.autonomy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The actions that a policy's head names, as Cedar's JSON form of it says.
 *
 * @param all it names none, and so is about every action
 * @param ids of the actions and groups that it names
 * @param members what is in a group counts too
 */
record ActionScope(boolean all, Set<String> ids, boolean members) {

    static ActionScope of(JsonNode action) {
        JsonNode one = action.path("entity");
        Set<String> ids = one.isObject()
                ? Set.of(one.path("id").asString())
                : StreamSupport.stream(action.path("entities").spliterator(), false)
                        .map(each -> each.path("id").asString())
                        .collect(Collectors.toUnmodifiableSet());
        return switch (action.path("op").asString()) {
            case "==" -> new ActionScope(false, ids, false);
            case "in" -> new ActionScope(false, ids, true);
            default -> new ActionScope(true, Set.of(), false);
        };
    }

    /** Whether it is about this kind, a member of those groups. */
    boolean covers(String kind, Set<String> groups) {
        return all || ids.contains(kind) || (members && groups.stream().anyMatch(ids::contains));
    }
}
