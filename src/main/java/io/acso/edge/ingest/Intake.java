package io.acso.edge.ingest;

import io.acso.domain.event.Event;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalFull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One input on its way in: gathers batches, makes them durable, counts. */
final class Intake {

    private static final int SHOWN = 20;

    private final Journal journal;
    private final IngestLimits limits;
    private final @Nullable Quarantine quarantine;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Quarantined> unreadable = new LinkedHashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long waitingBytes;
    private int accepted;
    private int duplicates;
    private int quarantined;
    private @Nullable Duration retryAfter;

    /** @param quarantine where the unreadable goes; null only counts it, for what lies there already */
    Intake(Journal journal, IngestLimits limits, @Nullable Quarantine quarantine) {
        this.journal = journal;
        this.limits = limits;
        this.quarantine = quarantine;
    }

    void take(Event event) {
        events.add(event);
        waitingBytes += event.raw().length();
        if (events.size() >= limits.batch() || waitingBytes >= limits.batchBytes()) {
            append();
        }
    }

    void reject(Fragment fragment, String reason, String by, Arrival arrival) {
        quarantined++;
        if (rejections.size() < SHOWN) {
            rejections.add(new Rejection(fragment.number(), fragment.line(), reason));
        }
        if (quarantine != null) {
            String origin = by + ", record " + fragment.number() + ", line " + fragment.line();
            Quarantined record = quarantine.describe(fragment, reason, origin, arrival.at());
            unreadable.put(record.id(), record);
            if (unreadable.size() >= Quarantine.MOST_AT_ONCE) {
                keep(quarantine);
            }
        }
    }

    /** False when no more can be taken. */
    boolean open() {
        return retryAfter == null && quarantined < limits.quarantined();
    }

    Receipt close(@Nullable String failure) {
        append();
        if (quarantine != null && !unreadable.isEmpty()) {
            keep(quarantine);
        }
        @Nullable
        String cutShort = quarantined < limits.quarantined()
                ? failure
                : "given up after " + quarantined + " unreadable records: is this a log in a known format?";
        return new Receipt(accepted, duplicates, quarantined, rejections, cutShort, retryAfter);
    }

    private void append() {
        if (events.isEmpty() || retryAfter != null) {
            return;
        }
        try {
            Journal.Appended appended = journal.append(events);
            accepted += appended.accepted();
            duplicates += appended.duplicates();
            events.clear();
            waitingBytes = 0;
        } catch (JournalFull full) {
            retryAfter = full.retryAfter();
        }
    }

    private void keep(Quarantine where) {
        where.keep(unreadable.values());
        unreadable.clear();
    }
}
