package io.acso.edge.ingest.guardduty;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A finding with its fields by name, whether they begin in lower case (export) or upper case (API). */
record GuardDutyFinding(ObjectNode tree) {

    String account() {
        return Objects.requireNonNullElse(text("accountId"), "unknown");
    }

    String region() {
        return Objects.requireNonNullElse(text("region"), "unknown");
    }

    String required(String name) {
        return Objects.requireNonNullElse(text(name), "unknown");
    }

    @Nullable
    String text(String... path) {
        return text(tree, path);
    }

    JsonNode at(String... path) {
        return at(tree, path);
    }

    static @Nullable String text(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        String text = found.isValueNode() && !found.isNull() ? found.asString() : "";
        return text.isEmpty() ? null : text;
    }

    static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            JsonNode exact = found.path(name);
            found = exact.isMissingNode() ? found.path(capital(name)) : exact;
        }
        return found;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The action's own object: {@code awsApiCallAction}, {@code networkConnectionAction}, … */
    JsonNode action() {
        JsonNode action = at("service", "action");
        for (String kind : ACTIONS) {
            JsonNode found = at(action, kind);
            if (found.isObject()) {
                return found;
            }
        }
        return action;
    }

    private static final String[] ACTIONS = {
        "awsApiCallAction",
        "networkConnectionAction",
        "kubernetesApiCallAction",
        "rdsLoginAttemptAction",
        "dnsRequestAction"
    };
}
