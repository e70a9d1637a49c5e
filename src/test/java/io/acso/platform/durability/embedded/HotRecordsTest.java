package io.acso.platform.durability.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in memory is never older than what a commit has written. */
class HotRecordsTest {

    private static final Key KEY = new Key("partition", "sort");

    private final HotRecords hot = new HotRecords();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void whatWasReadIsNotReadAgainNorWhatIsNotThere() {
        assertThat(hot.get(KEY, () -> read(null))).isEmpty();
        assertThat(hot.get(KEY, () -> read(null))).isEmpty();
        assertThat(reads).hasValue(1);
    }

    @Test
    void aWriteReplacesWhatWasReadAndADeletionToo() {
        hot.get(KEY, () -> read(item(1)));
        hot.written(KEY, item(2));
        assertThat(hot.get(KEY, () -> read(item(1)))).map(Item::version).contains(2L);
        hot.written(KEY, null);
        assertThat(hot.get(KEY, () -> read(item(1)))).isEmpty();
    }

    @Test
    void aReadThatAWriteHasOvertakenIsNotKept() {
        hot.get(KEY, () -> {
            hot.written(KEY, item(2));
            return read(item(1));
        });
        assertThat(hot.get(KEY, () -> read(item(2)))).map(Item::version).contains(2L);
    }

    @Test
    void whatExpiresIsReadEachTime() {
        Item expiring = item(1).expiring(Instant.MAX);
        hot.written(KEY, expiring);
        hot.get(KEY, () -> read(expiring));
        hot.get(KEY, () -> read(expiring));
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatIsForgottenIsReadAgainAndAReadThatBeganBeforeIsNotKept() {
        hot.written(KEY, item(1));
        hot.forget(KEY);
        hot.get(KEY, () -> {
            hot.forget(KEY);
            return read(item(1));
        });
        assertThat(hot.get(KEY, () -> read(item(2)))).map(Item::version).contains(2L);
    }

    @Test
    void readersBesideWritersSeeEveryCommitThatHasReturned(@TempDir Path directory) throws Exception {
        int records = 4;
        AtomicLong[] returned = new AtomicLong[records];
        try (SqliteDurability durability = SqliteDurability.open(directory, Clock.systemUTC(), Settings.defaults());
                var threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                AtomicLong latest = new AtomicLong();
                returned[i] = latest;
                Key key = new Key("hot", "record-" + i);
                all.add(threads.submit(writer(durability, key, latest)));
                all.add(threads.submit(reader(durability, key, latest)));
                all.add(threads.submit(reader(durability, key, latest)));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
        assertThat(returned).allMatch(version -> version.get() == 200);
    }

    private static Callable<Void> writer(SqliteDurability durability, Key key, AtomicLong returned) {
        return () -> {
            for (long version = 1; version <= 200; version++) {
                durability.commit(Commit.builder()
                        .overwrite(Item.of(key.partition(), key.sort(), 1, version))
                        .build());
                returned.set(version);
            }
            return null;
        };
    }

    private static Callable<Void> reader(SqliteDurability durability, Key key, AtomicLong returned) {
        return () -> {
            while (returned.get() < 200) {
                long before = returned.get();
                Optional<Item> seen = durability.records().get(key);
                assertThat(seen.map(Item::version).orElse(0L)).isGreaterThanOrEqualTo(before);
                assertThat(seen.map(item -> item.as(Long.class))).isEqualTo(seen.map(Item::version));
                Thread.yield();
            }
            return null;
        };
    }

    private Optional<Item> read(Item item) {
        reads.incrementAndGet();
        return Optional.ofNullable(item);
    }

    private static Item item(long version) {
        return new Item(KEY, version, 1, new byte[0], Map.of(), null);
    }
}
