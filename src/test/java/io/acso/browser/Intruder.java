package io.acso.browser;

import static org.awaitility.Awaitility.await;

import io.acso.edge.client.Api;
import io.acso.edge.demo.DemoPlatform;
import io.acso.testsupport.CloudTrailRecords;
import io.acso.testsupport.CloudTrailRecords.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who switches a trail off, which opens an incident with a plan that waits for an answer.
 *
 * @param incident its id
 * @param approval the id of the question
 */
record Intruder(String incident, String approval) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Somebody of a test's own, now. */
    static Intruder comes(Stage stage, String name) {
        send(stage.platform(), name, "198.51.100." + (name.hashCode() & 127), Instant.now());
        return Objects.requireNonNull(await().alias("a plan against " + name)
                .atMost(PATIENCE)
                .until(() -> find(stage.platform().api(), name), Objects::nonNull));
    }

    static void send(DemoPlatform platform, String name, String address, Instant at) {
        Caller caller = CloudTrailRecords.user(name, key(name), address);
        CloudTrailRecords records = new CloudTrailRecords(at);
        String trail =
                "arn:aws:cloudtrail:us-east-1:" + CloudTrailRecords.ACCOUNT + ":trail/t" + (name.hashCode() & 0xffff);
        records.call(
                caller,
                "cloudtrail",
                "StopLogging",
                record -> record.putObject("requestParameters").put("name", trail));
        platform.send(records.ndjson());
    }

    /** The id of the access key that they use. */
    static String key(String name) {
        return "AKIA" + Math.abs(name.hashCode()) + "BROWSER";
    }

    private static @Nullable Intruder find(Api api, String name) {
        for (JsonNode approval : api.get("/approvals").path("items")) {
            String incident = approval.path("subject").asString("");
            if (approval.path("status").asString("").equals("PENDING") && isAbout(api, incident, name)) {
                return new Intruder(incident, approval.path("id").asString(""));
            }
        }
        return null;
    }

    private static boolean isAbout(Api api, String incident, String name) {
        if (!incident.startsWith("inc-")) {
            return false;
        }
        for (JsonNode entity : api.get("/incidents/" + incident).at("/picture/entities")) {
            if (entity.path("value").asString("").contains(name)) {
                return true;
            }
        }
        return false;
    }
}
