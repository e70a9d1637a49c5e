package io.acso.agent.threathunter;

import static io.acso.testsupport.SampleEvents.NOON;
import static io.acso.testsupport.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.embedded.DuckDbLake;
import io.acso.testsupport.InMemoryDurability;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SigmaHuntTest {

    private static final Instant NOW = NOON.plus(Duration.ofHours(1));
    private static final String READS_OF_USER_7 = """
            title: Reads of user-7
            id: 6f1a7c52-9a27-4a3c-8f0e-5c1b3e1f2a77
            logsource: {product: aws, service: cloudtrail}
            detection:
              reads: {eventName: GetObject, userIdentity.userName: user-7}
              condition: reads
            """;

    @TempDir
    Path directory;

    private final InMemoryJournal journal = new InMemoryJournal();
    private Lake lake;

    @BeforeEach
    void open() {
        lake = DuckDbLake.open(directory, DuckDbLake.Settings.DEFAULT);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void kept(Event... more) {
        journal.append(List.of(more));
        lake.append(List.of(more));
    }

    private Outcome hunt(ObjectNode arguments) {
        return hunt(arguments, InstantSource.fixed(NOW));
    }

    private Outcome hunt(ObjectNode arguments, InstantSource clock) {
        Task task = CaseTasks.delegate(
                AgentName.THREAT_HUNTER, CaseTasks.HUNT_SIGMA, arguments, "inc-1", "step/x", NOW.plusSeconds(60));
        ThreatHunter hunter = new ThreatHunter(lake, journal, clock);
        assertThat(hunter.accepts()).contains(CaseTasks.HUNT_SIGMA);
        return hunter.perform(task, new Workbench(new InMemoryDurability().records(), task, NOW, null));
    }

    private JsonNode found(ObjectNode arguments) {
        return found(hunt(arguments));
    }

    private static JsonNode found(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        return ((Outcome.Completed) outcome).result();
    }

    private static ObjectNode rule(String text) {
        return Json.object().put("rule", text);
    }

    @Test
    void what_fits_the_rule_comes_back_with_its_events_and_entities() {
        kept(event(7), event(8), event(7 + 97));
        JsonNode result = found(rule(READS_OF_USER_7));
        assertThat(result.path("count").asInt()).isEqualTo(2);
        assertThat(result.path("events_seen").asInt()).isEqualTo(3);
        assertThat(result.path("incomplete").asBoolean()).isFalse();
        assertThat(List.of(Json.convert(result.path("event_ids"), String[].class)))
                .containsExactly(event(7 + 97).id(), event(7).id());
        assertThat(result.path("entities").toString()).contains("user/user-7").doesNotContain("user-8");
    }

    @Test
    void it_looks_back_as_far_as_it_is_told() {
        Instant old = NOW.minus(Duration.ofHours(30));
        kept(event(7, old, old), event(8));
        assertThat(found(rule(READS_OF_USER_7)).path("count").asInt()).isZero();
        assertThat(found(rule(READS_OF_USER_7).put("hours", 48)).path("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void many_matches_are_counted_and_the_latest_named() {
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(event(7 + 97 * i));
        }
        kept(many.toArray(Event[]::new));
        JsonNode result = found(rule(READS_OF_USER_7));
        assertThat(result.path("count").asInt()).isEqualTo(300);
        assertThat(result.path("event_ids").size()).isEqualTo(200);
        assertThat(result.path("event_ids").get(0).asString())
                .isEqualTo(many.getLast().id());
    }

    @Test
    void it_ends_in_time_and_says_that_there_was_more() {
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            many.add(event(i));
        }
        kept(many.toArray(Event[]::new));
        SettableClock clock = new SettableClock(NOW);
        InstantSource passing = () -> {
            clock.advance(Duration.ofSeconds(40));
            return clock.instant();
        };
        JsonNode result = found(hunt(rule(READS_OF_USER_7), passing));
        assertThat(result.path("events_seen").asInt()).isEqualTo(500);
        assertThat(result.path("incomplete").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "title: no rule", ": :", "[]"})
    void what_is_no_rule_fails_with_the_reason(String text) {
        assertThat(hunt(rule(text))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.retryable()).isFalse();
            assertThat(failed.why()).isNotBlank();
        });
    }

    @Test
    void bounds_and_correlations_are_refused() {
        assertThat(hunt(rule(READS_OF_USER_7).put("hours", 0))).isInstanceOf(Outcome.Failed.class);
        assertThat(hunt(rule(READS_OF_USER_7 + "#".repeat(70_000)))).isInstanceOf(Outcome.Failed.class);
        String correlation = """
                ---
                title: Many
                id: 0e95725d-7320-415d-80f7-004da920fc11
                correlation:
                  type: event_count
                  rules: [6f1a7c52-9a27-4a3c-8f0e-5c1b3e1f2a77]
                  group-by: [userIdentity.userName]
                  timespan: 5m
                  condition: {gte: 2}
                """;
        assertThat(hunt(rule(READS_OF_USER_7 + correlation)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.why()).contains("no correlations"));
    }
}
