package io.acso.browser;

import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import io.acso.edge.demo.DemoPlatform;
import io.acso.testsupport.CloudTrailRecords;
import io.acso.testsupport.CloudTrailRecords.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a platform holds when people look at it: one incident that was approved and is over, one that was rejected, the
 * bundled attack and an intruder with a hostile name that wait for an answer, everyday traffic, and a broken record.
 */
final class DemoData {

    /** Markup and script where a log has a user's name. */
    static final String HOSTILE = "<img src=x onerror=\"document.title='taken'\">";

    /** Somebody with a hostile name, who never comes. */
    static final String INVITED = "mallet";

    private static final Set<String> FOR_A_PERSON = Set.of("AWAITING_APPROVAL", "WAITING");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoPlatform platform;
    private final Api api;
    private Instant time;

    private DemoData(DemoPlatform platform, Instant begin) {
        this.platform = platform;
        this.api = platform.api();
        this.time = begin;
    }

    static void fill(DemoPlatform platform, Instant now) {
        DemoData data = new DemoData(platform, now.minus(Duration.ofMinutes(30)));
        data.everyday();
        data.intruder("mallory", "198.51.100.23");
        data.answer(true);
        data.intruder("trent", "203.0.113.77");
        data.answer(false);
        platform.attack();
        data.intruder(HOSTILE, "192.0.2.66");
        data.settle();
        data.hostilePeople();
    }

    private void everyday() {
        CloudTrailRecords records = new CloudTrailRecords(time.minus(Duration.ofMinutes(20)));
        for (int i = 0; i < 200; i++) {
            Caller app =
                    CloudTrailRecords.session("app-" + i % 7, "i-" + i, "ASIAEVERYDAY" + i % 40, "10.0.3." + i % 90);
            records.call(app, i % 3 == 0 ? "s3" : "ec2", i % 3 == 0 ? "GetBucketLocation" : "DescribeInstances");
        }
        platform.send(records.ndjson());
        platform.sendRaw(Json.object()
                        .put("eventVersion", "1.09")
                        .put("eventTime", HOSTILE)
                        .put("eventSource", "ec2.amazonaws.com")
                + "\n");
    }

    private void intruder(String name, String address) {
        time = time.plus(Duration.ofMinutes(4));
        Intruder.send(platform, name, address, time);
    }

    private void answer(boolean approve) {
        await().atMost(PATIENCE).until(() -> pending() != null);
        JsonNode asked = api.get("/approvals/" + pending());
        api.post(
                "/approvals/" + pending() + "/answer",
                Map.of(
                        "approve",
                        approve,
                        "planHash",
                        asked.path("planHash").asString(""),
                        "comment",
                        approve ? "Confirmed with the owner of the key." : "A planned change. " + HOSTILE));
        settle();
    }

    private @Nullable String pending() {
        return StreamSupport.stream(api.get("/approvals").path("items").spliterator(), false)
                .filter(approval -> approval.path("status").asString("").equals("PENDING"))
                .map(approval -> approval.path("id").asString(""))
                .findFirst()
                .orElse(null);
    }

    /** Who writes here may be hostile too. */
    private void hostilePeople() {
        String newest = api.get("/incidents").at("/items/0/id").asString("");
        api.post("/incidents/" + newest + "/comments", Map.of("text", HOSTILE));
        api.post("/people", Map.of("username", INVITED, "displayName", HOSTILE, "roles", List.of("viewer")));
    }

    /** Until nothing goes on by itself. */
    private void settle() {
        await().atMost(PATIENCE).until(() -> platform.quiet() && incidents().noneMatch(DemoData::atWork));
    }

    private Stream<JsonNode> incidents() {
        return StreamSupport.stream(api.get("/incidents").path("items").spliterator(), false)
                .map(incident -> api.get("/incidents/" + incident.path("id").asString("")));
    }

    private static boolean atWork(JsonNode incident) {
        String status = incident.at("/incident/status").asString("");
        return (status.equals("NEW") || status.equals("IN_PROGRESS"))
                && !FOR_A_PERSON.contains(incident.at("/execution/status").asString(""));
    }
}
