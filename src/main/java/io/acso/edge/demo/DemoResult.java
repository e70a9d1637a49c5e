package io.acso.edge.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came of a demo, for programs. Lists are in the API's shapes. */
public record DemoResult(
        int events,
        List<JsonNode> findings,
        List<JsonNode> incidents,
        List<JsonNode> approvals,
        List<JsonNode> actions,
        @Nullable String report,
        Ledger ledger,
        double seconds) {

    /** Whether the exported ledger and evidence verify; {@code detail} says what was checked. */
    public record Ledger(boolean verified, String detail) {}
}
