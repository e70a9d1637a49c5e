package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.event.Event;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However many send at once, parsing leaves processors to the others, and no sender waits for the end of another. */
class TurnsTest {

    private static final int RECORDS = 200;

    private final Turns turns = new Turns(1);
    private final Watched watched = new Watched();
    private final Intakes intakes = new Intakes().with(List.of(watched));

    @Test
    void no_more_are_parsed_at_once_than_there_are_turns() throws Exception {
        watched.goOn.countDown();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < 8; sender++) {
                String body = body("sender-" + sender);
                senders.submit(() -> send(body));
            }
        }
        assertThat(watched.parsed).hasSize(8 * RECORDS);
        assertThat(watched.mostAtOnce).hasValue(1);
    }

    @Test
    void a_body_that_comes_later_is_not_kept_waiting_by_a_long_one() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Receipt> longOne = senders.submit(() -> send(body("long")));
            assertThat(watched.begun.await(10, TimeUnit.SECONDS)).isTrue();
            Future<Receipt> late = senders.submit(() -> send("late 0\n"));
            await().until(() -> turns.waiting() == 1);
            watched.goOn.countDown();
            assertThat(late.get().accepted()).isEqualTo(1);
            assertThat(longOne.get().accepted()).isEqualTo(RECORDS);
        }
        assertThat(watched.parsed).startsWith("long 0", "late 0");
    }

    @Test
    void a_record_that_nobody_can_read_gives_its_turn_back() {
        watched.goOn.countDown();
        assertThat(send("broken\nfine\n").quarantined()).isEqualTo(1);
        assertThat(watched.parsed).containsExactly("fine");
    }

    private Receipt send(String body) {
        return intakes.ingest(turns)
                .accept(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), null, Intakes.ALICE);
    }

    private static String body(String name) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            body.append(name).append(' ').append(i).append('\n');
        }
        return body.toString();
    }

    /** Takes any line for a call of CloudTrail, and stays at the first until it may go on. */
    private static final class Watched implements EventFormat {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final Queue<String> parsed = new ConcurrentLinkedQueue<>();
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();

        @Override
        public String name() {
            return "watched";
        }

        @Override
        public boolean recognises(RawRecord record) {
            return true;
        }

        @Override
        public Event parse(RawRecord record, Arrival arrival) throws UnreadableRecord {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                begun.countDown();
                goOn.await();
                if (record.text().equals("broken")) {
                    throw new UnreadableRecord("broken");
                }
                parsed.add(record.text());
                return Intakes.event(Intakes.call(record.text().hashCode()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                atOnce.decrementAndGet();
            }
        }

        @Override
        public Set<String> telling() {
            return Set.of();
        }

        @Override
        public Routed routed(RawRecord record) {
            throw new UnsupportedOperationException("no rule looks at this");
        }
    }
}
