package io.acso.agent.threathunter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.Casebook;
import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.domain.finding.Finding;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.Findings;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.InMemoryLake;
import io.acso.testsupport.SampleEvents;
import io.acso.testsupport.SettableClock;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every event is looked at once, whenever the reader is interrupted and whatever the event says. */
class DetectionFeedTest {

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();
    private SqliteDurability durability;
    private final List<Commit> commits = new ArrayList<>();

    @BeforeEach
    void open() {
        durability = SqliteDurability.open(directory, clock, Settings.defaults());
    }

    @AfterEach
    void close() {
        durability.close();
    }

    @Test
    void a_restart_after_any_commit_loses_nothing_and_repeats_nothing() {
        List<Event> events = SampleEvents.events(0, 150);
        for (int crash = 0; crash < 6; crash++) {
            int after = crash;
            AtomicInteger left = new AtomicInteger(after);
            Durability failing = passing(commit -> {
                if (left.getAndDecrement() == 0) {
                    throw new DurabilityFailure("crash after " + after);
                }
            });
            try {
                new DetectionFeed(DetectionFeedTest::everyTenth, failing, clock).take(events, checkpoint());
            } catch (DurabilityFailure expected) {
                assertThat(expected).hasMessageContaining("crash");
            }
            new DetectionFeed(DetectionFeedTest::everyTenth, durability, clock).take(events, checkpoint());
        }
        assertThat(new Casebook(durability.records()).findings(100, null).items())
                .hasSize(15);
        assertThat(durability.queue("supervisor").depth().ready())
                .as("findings of one group wait one behind the other")
                .isOne();
        int tasks = 0;
        while (true) {
            var lent = durability.queue("supervisor").receive(1, Duration.ofSeconds(9));
            if (lent.isEmpty()) {
                break;
            }
            tasks++;
            durability.commit(Commit.builder().acknowledge(lent.getFirst()).build());
        }
        assertThat(tasks).isEqualTo(15);
    }

    @Test
    void links_are_kept_no_later_than_the_finding_that_needs_them() {
        AtomicInteger checked = new AtomicInteger();
        Durability watching = passing(commit -> commit.operations().stream()
                .filter(operation -> operation instanceof Commit.Send)
                .forEach(send -> {
                    boolean beside = commit.operations().stream()
                            .anyMatch(other -> other instanceof Commit.Put put
                                    && put.item().key().partition().startsWith("origin#"));
                    boolean before = !new Casebook(durability.records())
                            .origins(SampleEvents.event(0)
                                    .links()
                                    .getFirst()
                                    .to()
                                    .key())
                            .isEmpty();
                    assertThat(beside || before).isTrue();
                    checked.incrementAndGet();
                }));
        new DetectionFeed(DetectionFeedTest::everyTenth, watching, clock)
                .take(SampleEvents.events(0, 100), checkpoint());
        assertThat(checked).hasValue(10);
    }

    @Test
    void an_event_that_starts_hundreds_of_instances_fits() {
        Entity thief = Findings.userEntity("thief");
        List<EntityLink> links = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            links.add(new EntityLink(
                    thief, Entity.target(Entity.Type.RESOURCE, Findings.SCOPE, "eu-north-1/i-" + i), "started"));
        }
        links.add(new EntityLink(thief, Findings.keyEntity("odd\n" + "x".repeat(9_000)), "created-key"));
        new DetectionFeed(event -> List.of(), durability, clock).take(List.of(event(links)), checkpoint());
        assertThat(new Casebook(durability.records())
                        .origins(links.get(399).to().key()))
                .hasSize(1);
        assertThat(durability.records().get(new Key("checkpoint#t", "0"))).isPresent();
    }

    @Test
    void an_event_that_the_rules_cannot_take_is_passed_over_and_put_down() {
        List<Event> events = SampleEvents.events(0, 21);
        Detection fragile = event -> {
            if (event.id().equals(events.get(10).id())) {
                throw new StackOverflowError("a rule went too deep");
            }
            return everyTenth(event);
        };
        new DetectionFeed(fragile, durability, clock).take(events, checkpoint());
        assertThat(new Casebook(durability.records()).findings(100, null).items())
                .hasSize(2);
        assertThat(durability.records().get(new Key("undetected", events.get(10).id())))
                .isPresent();
    }

    @Test
    void a_reader_goes_on_from_its_checkpoint_after_trouble_at_the_start() {
        InMemoryJournal journal = new InMemoryJournal();
        journal.append(SampleEvents.events(0, 1_200));
        AtomicInteger trouble = new AtomicInteger(1);
        List<Event> seen = new ArrayList<>();
        JournalReader.Consumer consumer = new JournalReader.Consumer() {
            @Override
            public void take(List<Event> events, Item checkpoint) {
                if (trouble.getAndDecrement() > 0) {
                    throw new IllegalStateException("not yet");
                }
                synchronized (seen) {
                    seen.addAll(events);
                }
            }

            @Override
            public void idle() {}
        };
        JournalReader reader = new JournalReader("t", "0", journal, durability.records(), consumer);
        Thread thread = Thread.ofVirtual().start(reader);
        await().until(() -> {
            synchronized (seen) {
                return seen.size() == 1_200;
            }
        });
        reader.stop();
        await().until(() -> !thread.isAlive());
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void the_lakes_checkpoint_is_kept_only_when_it_has_published() {
        LakeFeed feed = new LakeFeed(new InMemoryLake(), durability, clock);
        feed.take(SampleEvents.events(0, 10), checkpoint());
        feed.idle();
        assertThat(durability.records().get(new Key("checkpoint#t", "0"))).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        feed.idle();
        assertThat(durability.records().get(new Key("checkpoint#t", "0"))).isPresent();
    }

    private interface Before {
        void commit(Commit commit);
    }

    private Durability passing(Before before) {
        return (Durability) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Durability.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        before.commit((Commit) arguments[0]);
                        commits.add((Commit) arguments[0]);
                    }
                    return method.invoke(durability, arguments);
                });
    }

    private static List<Finding> everyTenth(Event event) {
        int number = (int) Duration.between(SampleEvents.NOON, event.time()).toMillis();
        return number % 10 == 0
                ? List.of(Findings.of("rule-" + number)
                        .at(event.time())
                        .by(event.entities().getFirst())
                        .build())
                : List.of();
    }

    private static Item checkpoint() {
        return Item.of("checkpoint#t", "0", 1, "end");
    }

    private static Event event(List<EntityLink> links) {
        return new Event(
                "evt-many",
                "cloudtrail",
                LogSource.of(null, "aws", "cloudtrail"),
                "s",
                SampleEvents.NOON,
                SampleEvents.NOON,
                "{}",
                "{}",
                List.of(),
                links);
    }
}
