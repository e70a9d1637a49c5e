package io.acso.agent.threathunter;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.Casebook;
import io.acso.core.detection.CorrelationSettings;
import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.domain.finding.Finding;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Severity;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.journal.Journal;
import io.acso.testsupport.Findings;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.SampleEvents;
import io.acso.testsupport.SettableClock;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Correlations on the journal: whatever is killed and whenever, the findings are those of one that ran through. */
class CorrelationFeedTest {

    private static final Key CHECKPOINT = new Key("checkpoint#detection", "0");
    private static final Instant NOON = SampleEvents.NOON;
    private static final CorrelationSettings SETTINGS =
            new CorrelationSettings(Duration.ofSeconds(30), Duration.ofSeconds(60), 20_000, 1_000, 50_000, 100);

    private static final String FAILED = """
            title: Failed
            name: failed
            id: failed
            level: low
            tags: [attack.credential_access]
            logsource: {product: test}
            detection: {s: {what: failed}, condition: s}
            ---
            """;
    private static final String MANY = """
            title: Many failed
            id: many
            level: high
            correlation: {type: event_count, rules: [failed], group-by: [user], timespan: 1m, condition: {gte: 3}}
            """;

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryJournal journal = new InMemoryJournal();
    private ContentSnapshot content = ContentSnapshot.of(Map.of("rules/r.yml", FAILED + MANY));
    private int slice = 37;
    private SqliteDurability durability;

    @BeforeEach
    void open() {
        durability = SqliteDurability.open(directory, clock, Settings.defaults());
    }

    @AfterEach
    void close() {
        durability.close();
    }

    @Test
    void a_finding_says_why() {
        journal.append(List.of(failed(0, "ann"), failed(10, "ann"), failed(20, "ben"), failed(25, "ann")));
        readAll(durability);
        assertThat(findings()).isEmpty();
        clock.set(NOON.plusSeconds(200));
        idle(durability);
        Finding finding = findings().getFirst();
        assertThat(findings()).hasSize(1);
        assertThat(finding.ruleId()).isEqualTo("many");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.tactics()).as("those of the rule it counts").containsExactly("credential-access");
        assertThat(finding.eventIds()).containsExactly("evt-0-ann", "evt-10-ann", "evt-25-ann");
        assertThat(finding.entities()).as("what all events have in common").containsExactly(Findings.userEntity("ann"));
        assertThat(finding.matched())
                .contains(
                        new MatchedField("user", "ann"),
                        new MatchedField("event_count within 1m", "3"),
                        new MatchedField("rule", "Failed"),
                        new MatchedField("first event", NOON.toString()));
        assertThat(finding.ocsf()).contains("evt-25-ann");
    }

    @Test
    void killed_after_any_commit_it_loses_nothing_and_doubles_nothing() {
        List<Event> events =
                IntStream.range(0, 400).mapToObj(i -> failed(i, "user" + i % 7)).toList();
        journal.append(events);
        readAll(durability);
        clock.set(NOON.plusSeconds(2_000));
        idle(durability);
        List<String> expected = ids();
        assertThat(expected).hasSizeGreaterThan(20);

        for (int survived = 0; survived < 40; survived++) {
            durability.close();
            durability = SqliteDurability.open(directory.resolve("killed" + survived), clock, Settings.defaults());
            clock.set(NOON);
            int left = survived;
            try {
                Durability failing = dyingAfter(left);
                readAll(failing);
                clock.set(NOON.plusSeconds(2_000));
                idle(failing);
            } catch (DurabilityFailure killed) {
                assertThat(killed).hasMessageContaining("killed");
            }
            clock.set(NOON.plusSeconds(3_000));
            readAll(durability);
            idle(durability);
            assertThat(ids()).as("killed after " + left + " commits").isEqualTo(expected);
        }
    }

    @Test
    void an_event_that_comes_after_a_crash_changes_nothing_that_the_clock_had_settled() {
        journal.append(List.of(failed(0, "ann"), failed(10, "ann"), failed(25, "ann")));
        readAll(durability);
        clock.set(NOON.plusSeconds(200));
        try {
            idle(dyingAfter(1));
        } catch (DurabilityFailure killed) {
            assertThat(findings()).isEmpty();
        }
        journal.append(List.of(failed(5, "ann")));
        readAll(durability);
        idle(durability);
        assertThat(findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.eventIds()).containsExactly("evt-0-ann", "evt-10-ann", "evt-25-ann"));
    }

    @Test
    void a_memory_too_large_for_a_commit_survives() {
        slice = 500;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            events.add(failed(i / 1_000, user(i)));
        }
        journal.append(events);
        readAll(durability);
        assertThat(durability.records().get(new Key("memory#checkpoint#detection#0#1", "000001")))
                .as("it takes several records")
                .isPresent();
        journal.append(List.of(failed(20, user(0)), failed(21, user(0)), other(100)));
        readAll(durability);
        clock.set(NOON.plusSeconds(500));
        idle(durability);
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.eventIds()).hasSize(3));
    }

    @Test
    void a_reload_keeps_what_unchanged_correlations_know() {
        SigmaDetection detection =
                new SigmaDetection(new CurrentRules(() -> content, Runnable::run), journal, SETTINGS);
        DetectionFeed feed = new DetectionFeed(detection, durability, clock);
        feed.take(List.of(failed(0, "ann"), failed(1, "ann")), checkpoint("2"));
        content = ContentSnapshot.of(Map.of("rules/a.yml", "# elsewhere now\n" + MANY, "rules/b.yml", FAILED));
        journal.append(List.of(failed(2, "ann")));
        feed.take(List.of(failed(2, "ann")), checkpoint("3"));
        clock.set(NOON.plusSeconds(200));
        feed.idle();
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.eventIds()).hasSize(3);
            assertThat(finding.content()).isEqualTo(content.hash().hex());
        });
    }

    /** Reads on from the checkpoint to the end, with a fresh feed: a start of the process. */
    private void readAll(Durability on) {
        DetectionFeed feed = feed(on);
        feed.begin(CHECKPOINT);
        String position = durability
                .records()
                .get(CHECKPOINT)
                .map(item -> item.as(String.class))
                .orElse(Journal.BEGINNING);
        Journal.Slice read = journal.read("0", position, slice);
        while (!read.events().isEmpty()) {
            clock.advance(Duration.ofMillis(400));
            feed.take(read.events(), checkpoint(read.next()));
            read = journal.read("0", read.next(), slice);
        }
        clock.advance(Duration.ofSeconds(2));
        feed.idle();
    }

    private void idle(Durability on) {
        DetectionFeed feed = feed(on);
        feed.begin(CHECKPOINT);
        feed.idle();
    }

    private DetectionFeed feed(Durability on) {
        return new DetectionFeed(
                new SigmaDetection(new CurrentRules(() -> content, Runnable::run), journal, SETTINGS), on, clock);
    }

    private static Item checkpoint(String position) {
        return Item.of(CHECKPOINT.partition(), CHECKPOINT.sort(), 1, position);
    }

    private List<Finding> findings() {
        return new Casebook(durability.records()).findings(1_000, null).items();
    }

    private List<String> ids() {
        return List.copyOf(new TreeSet<>(findings().stream().map(Finding::id).toList()));
    }

    private Durability dyingAfter(int commits) {
        int[] left = {commits};
        return (Durability) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Durability.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit") && left[0]-- <= 0) {
                        throw new DurabilityFailure("killed");
                    }
                    return method.invoke(durability, arguments);
                });
    }

    /** A name that no packing makes small. */
    private static String user(int number) {
        return Digest.ofParts(Integer.toString(number)).hex();
    }

    private static Event failed(int second, String user) {
        return event("evt-" + second + "-" + user, second, "{\"what\":\"failed\",\"user\":\"" + user + "\"}", user);
    }

    private static Event other(int second) {
        return event("evt-" + second, second, "{\"what\":\"other\"}", "nobody");
    }

    private static Event event(String id, int second, String raw, String user) {
        return new Event(
                id,
                "test",
                LogSource.of(null, "test", null),
                "test",
                NOON.plusSeconds(second),
                NOON.plusSeconds(second),
                raw,
                "{}",
                List.of(Findings.userEntity(user), Entity.target(Entity.Type.HOST, "net", "host-" + second)),
                List.of());
    }
}
