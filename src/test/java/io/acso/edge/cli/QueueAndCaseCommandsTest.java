package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.CaseKeys;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Severity;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Message;
import io.acso.testsupport.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands that act on a running platform. */
class QueueAndCaseCommandsTest extends ServerSuite {

    /** One that no agent reads. */
    private final String queue = "unread";

    @Test
    void dead_letters_are_listed_inspected_redriven_and_purged() {
        for (int i = 0; i < 50; i++) {
            Message message =
                    new Message("m" + i, "t", null, Message.Priority.NORMAL, "c", null, 1, "{\"n\":\"m" + i + "\"}");
            durability.commit(Commit.builder().send(queue, message).build());
        }
        bury(50);
        assertThat(acso("queue", "list")).contains(queue, "WAITING");
        assertThat(acso("queue", "dead", queue, "--limit", "2")).contains("m0", "malformed");
        assertThat(acso("queue", "inspect", queue, "m7")).contains("malformed", "{\"n\":\"m7\"}");
        assertThat(acso("queue", "redrive", queue, "m7")).contains("m7 back in " + queue);
        assertThat(acso("queue", "purge", queue, "m8")).contains("m8 deleted from " + queue);
        assertThat(acso("queue", "redrive", queue, "all")).contains("48 back in " + queue);
        assertThat(durability.queue(queue).depth().ready()).isEqualTo(49);
        bury(49);
        assertThat(acso("queue", "purge", queue, "all", "--json")).contains("\"moved\":49");
        assertThat(durability.queue(queue).depth().dead()).isZero();
        assertThat(run("queue", "inspect", queue, "m7").err()).contains("there is no dead letter 'm7'");
    }

    @Test
    void incidents_are_discussed_assigned_and_closed() {
        Finding finding = Findings.of("rule").titled("A theft").build();
        Rating rating = new Rating(Severity.HIGH, Priority.P2, 60, 80, List.of());
        Incident incident = Incident.open(finding, Picture.of(finding), rating, Instant.now(), "why")
                .incident();
        durability.commit(Commit.builder().put(CaseKeys.newIncident(incident)).build());
        String id = incident.id();
        assertThat(acso("incident", "comment", id, "who is on it?")).contains("said at");
        assertThat(acso("incident", "assign", id, "--to", "alice")).contains(id);
        assertThat(acso("incident", "status", id, "--to", "closed", "--why", "a drill"))
                .contains(id);
        await().untilAsserted(() ->
                assertThat(acso("incident", "show", id)).contains("CLOSED", "assigned to person:alice", "a drill"));
        CommandLineTest.Ran refused = run("incident", "status", "none", "--to", "closed");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("there is no such incident");
    }

    @Test
    void the_lake_is_asked_in_sql() {
        assertThat(acso("lake", "schema")).contains("events", "entity_keys");
        assertThat(acso("lake", "query", "SELECT count(*) AS n FROM events WHERE false"))
                .contains("n", "0");
        assertThat(run("lake", "query", "DROP TABLE events").err()).contains("only a SELECT");
    }

    private void bury(int count) {
        durability
                .queue(queue)
                .receive(count, Duration.ofMinutes(1))
                .forEach(delivery -> durability.queue(queue).bury(delivery, "malformed"));
    }
}
