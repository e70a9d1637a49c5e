package io.acso.browser;

import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import io.acso.edge.demo.DemoPlatform;
import io.acso.testsupport.CloudTrailRecords;
import io.acso.testsupport.CloudTrailRecords.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

    /** What every text of an attacker's is known by. */
    static final String MARK = "<img src=x";

    /** Markup and script where a log has a user's name, which ends in what turns it around and is not seen. */
    static final String HOSTILE = MARK + " onerror=\"document.title='taken'\">\u202egpj.\u200b\u2066";

    private static final String FEED = """
            #! source: abuse desk
            #! confidence: 80
            #! labels: c2, botnet, <img src=x>\u202ecod
            203.0.113.250
            203.0.113.128/28
            evil.example
            https://evil.example/gate.php
            """;

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
        data.feed();
        data.others(now);
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

    /** People, programs and a system that is told, as an administrator set them up; nothing is sent from here. */
    private void others(Instant now) {
        api.post("/people", Map.of("username", "bruno", "displayName", "Bruno Bell", "roles", List.of("analyst")));
        api.post(
                "/clients",
                Map.of(
                        "name",
                        "Log shipper " + HOSTILE,
                        "roles",
                        List.of("analyst"),
                        "scopes",
                        List.of("event.ingest")));
        api.post(
                "/api-keys",
                Map.of(
                        "name", "Nightly export " + HOSTILE,
                        "roles", List.of("viewer"),
                        "scopes", List.of("incident.read"),
                        "expires", now.plus(Duration.ofDays(3)).toString()));
        Map<String, Object> webhook = Map.of(
                "url",
                "https://hooks.example/acso",
                "kinds",
                List.of("IncidentOpened", "ApprovalRequested"),
                "description",
                "The chat of the night shift " + HOSTILE);
        String id = api.post("/webhooks", webhook).at("/webhook/id").asString("");
        Map<String, Object> paused = new HashMap<>(webhook);
        paused.put("paused", true);
        api.put("/webhooks/" + id, paused);
    }

    /** A feed of addresses and domains that nobody here talks to. */
    private void feed() {
        Path feeds = platform.data().resolveSibling("content").resolve("indicators");
        try {
            Files.createDirectories(feeds);
            Files.writeString(feeds.resolve("feed.txt"), FEED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
