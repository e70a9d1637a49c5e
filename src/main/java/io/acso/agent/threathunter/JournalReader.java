package io.acso.agent.threathunter;

import io.acso.domain.event.Event;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.journal.Journal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads one partition of the journal from where it last ended, until closed. What the reader does with a
 * slice and the position it leads to are one step of its own; after a crash it begins again at the last one.
 */
final class JournalReader implements Runnable {

    private static final System.Logger LOG = System.getLogger(JournalReader.class.getName());
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int SLICE = 500;

    /** What is done with events. */
    interface Consumer {

        /** Called before the first event that follows the checkpoint kept under this key; after trouble, again. */
        default void begin(Key checkpoint) {}

        /** Takes events; {@code checkpoint} says that all before it is done with, and is kept with what follows. */
        void take(List<Event> events, Item checkpoint);

        /** Called when there is nothing to read. */
        void idle();
    }

    private final String name;
    private final String partition;
    private final Journal journal;
    private final RecordStore records;
    private final Consumer consumer;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile String reached = Journal.BEGINNING;

    JournalReader(String name, String partition, Journal journal, RecordStore records, Consumer consumer) {
        this.name = name;
        this.partition = partition;
        this.journal = journal;
        this.records = records;
        this.consumer = consumer;
    }

    void stop() {
        stop.countDown();
    }

    /** Whether everything that is in the journal now has been taken. */
    boolean caughtUp() {
        return journal.read(partition, reached, 1).events().isEmpty();
    }

    @Override
    public void run() {
        @Nullable String position = null;
        while (stop.getCount() > 0) {
            try {
                position = turn(position == null ? position() : position);
                reached = position;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, name + " stopped at " + position + " and begins again at its checkpoint", e);
                if (!rest()) {
                    return;
                }
                position = null;
            }
        }
    }

    private String turn(String position) throws InterruptedException {
        Journal.Slice slice = journal.read(partition, position, SLICE);
        if (slice.events().isEmpty() && slice.next().equals(position)) {
            consumer.idle();
            journal.await(partition, position, IDLE);
            return position;
        }
        consumer.take(slice.events(), checkpoint(slice.next()));
        journal.reached(name, partition, slice.next());
        return slice.next();
    }

    private boolean rest() {
        try {
            return !stop.await(REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String position() {
        Optional<Item> item = records.get(key());
        consumer.begin(key());
        return item.map(found -> found.as(String.class)).orElse(Journal.BEGINNING);
    }

    private Key key() {
        return new Key("checkpoint#" + name, partition);
    }

    private Item checkpoint(String position) {
        return Item.of(key().partition(), key().sort(), 1, position);
    }

    /** The operation that keeps a checkpoint. */
    static Commit.Operation keep(Item checkpoint) {
        return new Commit.Put(checkpoint, Commit.Expect.ANYTHING);
    }
}
