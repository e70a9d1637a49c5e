package io.acso.agent.threathunter;

import io.acso.core.detection.CorrelationSettings;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Durability;
import io.acso.platform.journal.Journal;
import io.acso.platform.lake.Lake;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What reads the journal all the time: detection, and the lake that hunts need. */
public final class EventFeeds implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JournalReader> readers = new ArrayList<>();

    /** @param correlation for each partition of the journal, whose events are correlated among themselves */
    public EventFeeds(
            Journal journal,
            Lake lake,
            Durability durability,
            Supplier<ContentSnapshot> content,
            CorrelationSettings correlation,
            InstantSource clock) {
        CurrentRules rules = new CurrentRules(content);
        Detection indicators = new IndicatorDetection(content);
        for (String partition : journal.partitions()) {
            Detection detection = new Detections(new SigmaDetection(rules, journal, correlation), List.of(indicators));
            JournalReader.Consumer toDetection = new DetectionFeed(detection, durability, clock);
            JournalReader.Consumer toLake = new LakeFeed(lake, durability, clock);
            readers.add(new JournalReader("detection", partition, journal, durability.records(), toDetection));
            readers.add(new JournalReader("lake", partition, journal, durability.records(), toLake));
        }
    }

    public void start() {
        readers.forEach(threads::execute);
    }

    /** Whether every event that was acknowledged by now has been looked at and is in the lake. */
    public boolean caughtUp() {
        return readers.stream().allMatch(JournalReader::caughtUp);
    }

    @Override
    public void close() {
        readers.forEach(JournalReader::stop);
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
