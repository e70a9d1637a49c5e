package io.acso.agent.threathunter;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.CorrelationSettings;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.journal.Journal;
import io.acso.platform.lake.Lake;
import io.acso.testsupport.InMemoryDurability;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.InMemoryLake;
import io.acso.testsupport.SampleEvents;
import io.acso.testsupport.SettableClock;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done with events all the time leaves room for what people wait for. */
class EventFeedsTest {

    private static final int PARTITIONS = 2 * Runtime.getRuntime().availableProcessors();

    private final CountDownLatch busy = new CountDownLatch(PARTITIONS);
    private volatile boolean enough;

    @Test
    void a_request_goes_on_while_every_feed_is_busy() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (EventFeeds feeds = feeds()) {
            feeds.start();
            try {
                assertThat(busy.await(60, TimeUnit.SECONDS))
                        .as("all feeds at work")
                        .isTrue();
                Thread.startVirtualThread(answered::countDown);
                assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                enough = true;
            }
        }
    }

    private EventFeeds feeds() {
        ContentSnapshot content = ContentSnapshot.of(new TreeMap<>());
        return new EventFeeds(
                journal(),
                lake(),
                new InMemoryDurability(),
                () -> content,
                CorrelationSettings.DEFAULT,
                new SettableClock(SampleEvents.NOON));
    }

    /** Computes for as long as the test goes on. */
    private Lake lake() {
        InMemoryLake inner = new InMemoryLake();
        return (Lake) Proxy.newProxyInstance(
                Lake.class.getClassLoader(), new Class<?>[] {Lake.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append")) {
                        busy.countDown();
                        compute();
                    }
                    return method.invoke(inner, arguments);
                });
    }

    private void compute() {
        while (!enough) {
            Thread.onSpinWait();
        }
    }

    private static Journal journal() {
        InMemoryJournal inner = new InMemoryJournal();
        inner.append(SampleEvents.events(0, 3));
        List<String> partitions =
                IntStream.range(0, PARTITIONS).mapToObj(Integer::toString).toList();
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                (proxy, method, arguments) ->
                        method.getName().equals("partitions") ? partitions : method.invoke(inner, arguments));
    }
}
