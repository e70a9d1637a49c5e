package io.acso.platform.durability.encrypted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.event.Event;
import io.acso.domain.kernel.Digest;
import io.acso.platform.crypto.KeyInfo;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.MemoryKeysetStore;
import io.acso.platform.crypto.MemoryMasterKey;
import io.acso.platform.crypto.Reencryption;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Message.Priority;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.Timer;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.embedded.SqliteJournal;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.embedded.DirectoryObjectStore;
import io.acso.platform.objects.encrypted.EncryptedObjects;
import io.acso.platform.objects.encrypted.StoredObjects;
import io.acso.testsupport.SampleEvents;
import io.acso.testsupport.SettableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys come and go while everything is written and read: nothing is lost, and nothing notices. */
class RotationUnderTrafficTest {

    private static final int ROTATIONS = 3;
    private static final int ROUNDS_EACH = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final SettableClock keyClock = SettableClock.atNoon();
    private final MemoryKeysetStore keyset = new MemoryKeysetStore();
    private final Keyring keys = Keyring.open(keyset, new MemoryMasterKey(), keyClock, true);
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<AtomicLong> rounds = new ArrayList<>();
    private final Semaphore work = new Semaphore(0, true);
    private final List<CompletableFuture<Void>> workers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SqliteDurability plain;
    private Durability durability;
    private SqliteJournal journal;
    private ObjectStore objects;

    @BeforeEach
    void open() {
        plain = SqliteDurability.open(directory.resolve("state"), Clock.systemUTC(), Settings.defaults());
        durability = new EncryptedDurability(plain, keys);
        journal = SqliteJournal.open(
                directory.resolve("journal"), Clock.systemUTC(), SqliteJournal.Settings.DEFAULT, keys);
        objects =
                DirectoryObjectStore.open(directory.resolve("objects"), Clock.systemUTC(), new EncryptedObjects(keys));
    }

    @AfterEach
    void close() {
        end();
        threads.close();
        journal.close();
        durability.close();
    }

    @Test
    void nothing_is_lost_and_nothing_notices() {
        Reencryption reencryption = new Reencryption(
                keys,
                keyset,
                List.of(new EncryptedState(plain.bodies()), journal.bodies(), new StoredObjects(objects)),
                keyClock);
        keepOldThings();
        work(this::countUp);
        work(this::pass);
        work(this::append);
        work(this::keep);
        for (int i = 0; i < ROTATIONS; i++) {
            String old = keys.keys().getLast().id();
            work.release(ROUNDS_EACH * workers.size());
            keys.rotate();
            keys.rotateMaster();
            everyoneHasGoneRound();
            assertThat(reencryption.renew(() -> true).complete()).isTrue();
            keyClock.advance(keyset.lag());
            reencryption.retire(old);
            assertThat(keys.keys()).extracting(KeyInfo::id).doesNotContain(old).hasSize(1);
        }
        end();
        workers.forEach(CompletableFuture::join);
        everythingIsThere();
    }

    private void work(Round round) {
        AtomicLong done = new AtomicLong();
        rounds.add(done);
        workers.add(CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        work.acquireUninterruptibly();
                        round.number(done.get());
                        done.incrementAndGet();
                    }
                },
                threads));
    }

    private void end() {
        over.set(true);
        work.release(workers.size());
    }

    /** What one worker does once. */
    private interface Round {
        void number(long number);
    }

    /** Whatever was encrypted before is stored now. */
    private void everyoneHasGoneRound() {
        List<Long> before = rounds.stream().map(AtomicLong::get).toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            work.release(workers.size());
            for (int i = 0; i < before.size(); i++) {
                if (workers.get(i).isCompletedExceptionally()) {
                    workers.get(i).join();
                }
                if (rounds.get(i).get() < before.get(i) + 2) {
                    return false;
                }
            }
            return true;
        });
    }

    /** A timer far ahead and a dead letter: nobody touches them. */
    private void keepOldThings() {
        durability.commit(Commit.builder()
                .put(Item.of("old", "record", 1, Map.of("kept", true)))
                .add(new Commit.Schedule(new Timer(
                        "far", Clock.systemUTC().instant().plus(Duration.ofDays(9)), "later", message("far"))))
                .send("dead", message("dead"))
                .build());
        durability.queue("dead").bury(durability.queue("dead").receive(1, LEASE).getFirst(), "given up");
    }

    private void countUp(long number) {
        Key key = new Key("counter", "c");
        Item next = durability
                .records()
                .get(key)
                .map(item -> item.replacedBy(number + 1))
                .orElseGet(() -> Item.of("counter", "c", 1, number + 1));
        durability.commit(Commit.builder()
                .put(next)
                .put(Item.of("kept", "%09d".formatted(number), 1, number))
                .build());
    }

    private void pass(long number) {
        durability.commit(Commit.builder().send("q", message("m" + number)).build());
        for (Delivery lent : durability.queue("q").receive(5, LEASE)) {
            assertThat(lent.message().body())
                    .isEqualTo(message(lent.message().id()).body());
            durability.commit(Commit.builder().acknowledge(lent).build());
        }
    }

    private void append(long number) {
        List<Event> batch = List.of(SampleEvents.event((int) number));
        assertThat(journal.append(batch).accepted()).isEqualTo(1);
        assertThat(journal.find(List.of(batch.getFirst().id()))).hasSize(1);
    }

    private void keep(long number) {
        byte[] content = ("object " + number).getBytes(UTF_8);
        assertThat(objects.get(objects.put(content))).hasValue(content);
    }

    private void everythingIsThere() {
        long counted = rounds.getFirst().get();
        assertThat(durability
                        .records()
                        .get(new Key("counter", "c"))
                        .orElseThrow()
                        .as(Long.class))
                .isEqualTo(counted);
        assertThat(durability
                        .records()
                        .get(new Key("counter", "c"))
                        .orElseThrow()
                        .version())
                .as("a re-encryption is no write")
                .isEqualTo(counted);
        assertThat(durability.records().all(Query.partition("kept"), Integer.MAX_VALUE))
                .hasSize((int) counted);
        assertThat(durability.records().get(new Key("old", "record"))).isPresent();
        assertThat(durability.queue("q").deadLetters(10, null).items()).isEmpty();
        assertThat(durability.queue("dead").deadLetter("dead").orElseThrow().message())
                .isEqualTo(message("dead"));
        assertThat(journal.read("0", Journal.BEGINNING, Integer.MAX_VALUE).events())
                .hasSize((int) rounds.get(2).get());
        for (int i = 0; i < rounds.get(3).get(); i++) {
            assertThat(objects.get(Digest.of(("object " + i).getBytes(UTF_8)))).isPresent();
        }
    }

    private static Message message(String id) {
        return new Message(id, "io.acso.test", null, Priority.NORMAL, "c", null, 1, "{\"id\":\"" + id + "\"}");
    }
}
