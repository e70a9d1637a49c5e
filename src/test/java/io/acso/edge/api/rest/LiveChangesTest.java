package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.acso.domain.incident.Incident;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The live changes over a real WebSocket. */
class LiveChangesTest extends ApiSuite {

    /** A kind that nothing else announces. */
    private final String kind = "Tested" + UUID.randomUUID();

    @Test
    void a_change_is_sent_as_it_happens() {
        try (LiveSocket live = LiveSocket.owner(port).subscribe("1", only(null))) {
            sure(live);
            announce("inc-1");
            JsonNode change = live.change();
            assertThat(change.path("kind").asString()).isEqualTo(kind);
            assertThat(change.path("subject").asString()).isEqualTo("inc-1");
            assertThat(change.path("noun").asString()).isEqualTo("incident");
        }
    }

    @Test
    void what_came_while_the_connection_was_lost_is_sent_when_it_is_back() {
        String seen;
        try (LiveSocket live = LiveSocket.owner(port).subscribe("1", only(null))) {
            sure(live);
            announce("before");
            seen = live.change().path("id").asString();
        }
        announce("meanwhile-1");
        announce("meanwhile-2");
        try (LiveSocket live = LiveSocket.owner(port).subscribe("1", only(seen))) {
            assertThat(live.change().path("subject").asString()).isEqualTo("meanwhile-1");
            assertThat(live.change().path("subject").asString()).isEqualTo("meanwhile-2");
            announce("after");
            assertThat(live.change().path("subject").asString()).isEqualTo("after");
        }
    }

    @Test
    void a_cursor_of_another_run_is_told_that_it_missed_some() {
        try (LiveSocket live = LiveSocket.owner(port).subscribe("1", only(UUID.randomUUID() + ".3"))) {
            assertThat(live.change().path("kind").asString()).isEqualTo("Missed");
            announce("on");
            assertThat(live.change().path("subject").asString()).isEqualTo("on");
        }
    }

    @Test
    void what_a_change_is_about_comes_with_it_as_it_is_now() {
        Incident incident = Incidents.keep(durability, 1);
        try (LiveSocket live = LiveSocket.owner(port)) {
            sure(live);
            live.subscribe(
                    "1",
                    "subscription($kinds: [String!]) { changes(kinds: $kinds)"
                            + " { noun incident { title findings { title incident { id } } } finding { id } } }",
                    only(null));
            sure(live);
            announce(incident.id());
            JsonNode change = live.change();
            assertThat(change.at("/incident/title").asString()).isEqualTo(incident.title());
            assertThat(change.at("/incident/findings/0/incident/id").asString()).isEqualTo(incident.id());
            assertThat(change.path("finding").isNull()).isTrue();
        }
    }

    @Test
    void without_kinds_all_that_changes_comes() {
        Incident incident = Incidents.keep(durability, 1);
        try (LiveSocket live = LiveSocket.owner(port).subscribe("1", Map.of())) {
            sure(live);
            String path = "/api/v1/incidents/" + incident.id() + "/status";
            assertThat(platform.send(platform.to(path)
                                    .header("content-type", "application/json")
                                    .POST(ofString("{\"status\":\"ON_HOLD\",\"why\":\"a drill\"}")))
                            .statusCode())
                    .isEqualTo(202);
            await().until(() -> live.change().path("subject").asString().equals(incident.id()));
        }
    }

    @Test
    void five_hundred_changes_at_once_arrive_in_order() {
        try (LiveSocket live = LiveSocket.owner(port).subscribe("1", only(null))) {
            sure(live);
            for (int commit = 0; commit < 10; commit++) {
                Commit.Builder fifty = Commit.builder();
                for (int i = 0; i < 50; i++) {
                    fifty.add(announcement(Integer.toString(commit * 50 + i)));
                }
                durability.commit(fifty.build());
            }
            for (int i = 0; i < 500; i++) {
                assertThat(live.change().path("subject").asString()).isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void nobody_and_other_sites_are_refused() {
        assertThatThrownBy(() -> LiveSocket.connect(port, Map.of()))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(refused -> assertThat(((WebSocketHandshakeException) refused.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(401));
        String bearer = "Bearer " + RunningPlatform.token();
        assertThatThrownBy(() ->
                        LiveSocket.connect(port, Map.of("authorization", bearer, "origin", "https://evil.example")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        LiveSocket.connect(port, Map.of("authorization", bearer, "origin", "http://127.0.0.1:" + port))
                .close();
    }

    @Test
    void a_caller_follows_a_bounded_number_of_times_and_again_when_others_end() {
        try (LiveSocket live = LiveSocket.owner(port)) {
            for (int i = 0; i < 20; i++) {
                live.subscribe("s" + i, only(UUID.randomUUID() + ".1"));
                live.change();
            }
            live.subscribe("more", only(null));
            JsonNode refused = live.take();
            assertThat(refused.path("type").asString()).isEqualTo("error");
            assertThat(refused.at("/payload/0/message").asString()).contains("acso.graphql.followers");
            for (int i = 0; i < 20; i++) {
                live.send(Map.of("id", "s" + i, "type", "complete"));
            }
            AtomicInteger tries = new AtomicInteger();
            await().untilAsserted(() -> {
                live.subscribe("again" + tries.incrementAndGet(), only(UUID.randomUUID() + ".1"));
                assertThat(live.take().path("type").asString()).isEqualTo("next");
            });
        }
    }

    /** A subscription has begun when a later one, that answers at once, has. */
    private void sure(LiveSocket live) {
        // Of a kind that nobody announces, so that it hears of nothing else while it ends.
        live.subscribe("sure", Map.of("kinds", List.of("Nothing"), "after", UUID.randomUUID() + ".1"));
        assertThat(live.change().path("kind").asString()).isEqualTo("Missed");
        live.send(Map.of("id", "sure", "type", "complete"));
    }

    private Map<String, Object> only(String after) {
        return after == null ? Map.of("kinds", List.of(kind)) : Map.of("kinds", List.of(kind), "after", after);
    }

    private void announce(String subject) {
        durability.commit(Commit.builder().add(announcement(subject)).build());
    }

    private Commit.Announce announcement(String subject) {
        return new Commit.Announce(new Announcement(kind, subject, "cor-1", Instant.now(), "{}"));
    }
}
