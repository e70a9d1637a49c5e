package io.acso.agent.threathunter;

import io.acso.core.detection.CorrelationSettings;
import io.acso.core.detection.RuleSet;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Durability;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.lake.Lake;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What reads the journal all the time: detection, and the lake that hunts need. */
public final class EventFeeds implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EventFeeds.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);

    private final Journal journal;
    private final CurrentRules rules;
    private final IndicatorDetection indicators;
    private final Function<String, List<JournalReader>> forPartition;
    /** Not virtual ones: those are not interrupted by the next, and whoever waits for an answer would wait for a slice. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("event-feed-", 0).daemon().factory());

    private final Map<String, List<JournalReader>> readers = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param correlation for each partition of the journal, whose events are correlated among themselves */
    public EventFeeds(
            Journal journal,
            Lake lake,
            Durability durability,
            Supplier<ContentSnapshot> content,
            CorrelationSettings correlation,
            InstantSource clock) {
        this.rules = new CurrentRules(content);
        this.indicators = new IndicatorDetection(content);
        this.journal = journal;
        this.forPartition = partition -> {
            Detection detection = new Detections(new SigmaDetection(rules, journal, correlation), List.of(indicators));
            JournalReader.Consumer toDetection = new DetectionFeed(detection, durability, clock);
            JournalReader.Consumer toLake = new LakeFeed(lake, durability, clock);
            return List.of(
                    new JournalReader("detection", partition, journal, durability.records(), toDetection),
                    new JournalReader("lake", partition, journal, durability.records(), toLake));
        };
        journal.partitions().forEach(partition -> readers.put(partition, forPartition.apply(partition)));
    }

    public void start() {
        readers.values().forEach(some -> some.forEach(threads::execute));
        threads.execute(this::watchPartitions);
    }

    /** A journal gets more partitions when it is given more throughput. */
    private void watchPartitions() {
        try {
            while (!closing.await(LOOK_FOR_PARTITIONS.toMillis(), TimeUnit.MILLISECONDS)) {
                readNewPartitions();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void readNewPartitions() {
        try {
            for (String partition : journal.partitions()) {
                if (!readers.containsKey(partition)) {
                    List<JournalReader> some = forPartition.apply(partition);
                    readers.put(partition, some);
                    some.forEach(threads::execute);
                }
            }
        } catch (JournalFailure | RejectedExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot look for new partitions of the journal, and tries again", e);
        }
    }

    private Stream<JournalReader> all() {
        return readers.values().stream().flatMap(List::stream);
    }

    /** The rules that detection uses now. */
    public RuleSet rules() {
        return rules.get().rules();
    }

    /** The indicators that events are looked up in now. */
    public IndicatorSet indicators() {
        return indicators.indicators();
    }

    /** Whether every event that was acknowledged by now has been looked at and is in the lake. */
    public boolean caughtUp() {
        return all().allMatch(JournalReader::caughtUp);
    }

    @Override
    public void close() {
        closing.countDown();
        all().forEach(JournalReader::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
