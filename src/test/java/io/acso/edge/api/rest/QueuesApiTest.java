package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Queues and dead letters over real HTTP. */
class QueuesApiTest extends ApiSuite {

    /** A queue that no agent reads. */
    private final String queue = "q-" + UUID.randomUUID();

    private final String path = "/api/v1/queues/" + queue;

    @Test
    void a_queue_is_shown_with_what_is_in_it() {
        send("m1", "m2");
        bury(1);
        JsonNode shown = json(platform.get(path));
        assertThat(shown.path("name").asString()).isEqualTo(queue);
        assertThat(shown.path("ready").asInt()).isEqualTo(1);
        assertThat(shown.path("waiting").asInt()).isZero();
        assertThat(shown.path("dead").asInt()).isEqualTo(1);
        assertThat(json(platform.get("/api/v1/queues")).valueStream())
                .anyMatch(one -> one.path("name").equals(shown.path("name")));
    }

    @Test
    void a_dead_letter_is_listed_and_shown_with_its_body_and_cause() {
        send("m1", "m2", "m3");
        bury(3);
        JsonNode page = json(platform.get(path + "/dead-letters?limit=2"));
        assertThat(ids(page.path("items"))).containsExactly("m1", "m2");
        assertThat(ids(json(platform.get(path + "/dead-letters?cursor="
                                + page.path("next").asString()))
                        .path("items")))
                .containsExactly("m3");
        JsonNode letter = json(platform.get(path + "/dead-letters/m2"));
        assertThat(letter.path("cause").asString()).isEqualTo("malformed");
        assertThat(letter.path("body").path("n").asString()).isEqualTo("m2");
        assertThat(letter.path("sent").asString()).isNotEmpty();
        assertThat(platform.get(path + "/dead-letters/none").statusCode()).isEqualTo(404);
        assertThat(platform.get("/api/v1/queues/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_redrive_is_in_the_ledger_and_its_repetition_changes_nothing() {
        send("m1");
        bury(1);
        var request = platform.to(path + "/dead-letters/m1/redrive")
                .header("idempotency-key", queue)
                .POST(ofString(""));
        assertThat(json(platform.send(request)).path("messages")).hasSize(1);
        bury(1);
        assertThat(json(platform.send(request)).path("messages")).hasSize(1);
        assertThat(durability.queue(queue).depth().dead())
                .as("not redriven again")
                .isOne();
        assertThat(ledger())
                .filteredOn(entry -> entry.contains("RedriveDeadLetter"))
                .anyMatch(entry -> entry.contains("person:owner") && entry.contains("\"m1\""));
        assertThat(platform.send(
                                platform.to(path + "/dead-letters/none/redrive").POST(ofString("")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_purge_deletes_and_is_in_the_ledger() {
        send("m1");
        bury(1);
        assertThat(platform.send(platform.to(path + "/dead-letters/m1").DELETE())
                        .statusCode())
                .isEqualTo(200);
        assertThat(durability.queue(queue).depth().dead()).isZero();
        assertThat(ledger()).anyMatch(entry -> entry.contains("PurgeDeadLetter") && entry.contains("person:owner"));
        assertThat(platform.send(platform.to(path + "/dead-letters/m1").DELETE())
                        .statusCode())
                .isEqualTo(404);
    }

    private void send(String... ids) {
        for (String id : ids) {
            Message message =
                    new Message(id, "t", null, Message.Priority.NORMAL, "c", null, 1, "{\"n\":\"" + id + "\"}");
            durability.commit(Commit.builder().send(queue, message).build());
        }
    }

    private void bury(int count) {
        durability
                .queue(queue)
                .receive(count, Duration.ofMinutes(1))
                .forEach(delivery -> durability.queue(queue).bury(delivery, "malformed"));
    }

    /** Ledger entries, as many as there are, in the text that is hashed. */
    private List<String> ledger() {
        return durability.leaves(0, 10_000).stream()
                .map(leaf -> new String(leaf.entry(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }
}
