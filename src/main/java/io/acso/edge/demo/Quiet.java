package io.acso.edge.demo;

import io.acso.edge.client.Api;
import tools.jackson.databind.JsonNode;

/** Whether the platform has nothing left to do by itself. */
final class Quiet {

    private Quiet() {}

    /** Detection has seen every event, and no queue holds anything. */
    static boolean now(Api api) {
        JsonNode status = api.get("/status");
        for (JsonNode queue : status.path("queues")) {
            if (queue.path("ready").asLong() + queue.path("lent").asLong() > 0) {
                return false;
            }
        }
        return status.path("detectionCaughtUp").asBoolean(false);
    }
}
