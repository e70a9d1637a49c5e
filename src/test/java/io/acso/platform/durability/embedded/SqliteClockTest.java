package io.acso.platform.durability.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityProvider;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Timer;
import io.acso.testsupport.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine's clock is set, forward or back, while messages wait: nothing is lost, nothing waits for long. */
class SqliteClockTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = SettableClock.atNoon();
    private final SqliteProvider provider = new SqliteProvider();
    private Durability durability = provider.open(clock, Duration.ZERO);
    private TaskQueue queue = durability.queue("q");

    @BeforeEach
    void begin() {
        send("m");
    }

    @AfterEach
    void close() {
        durability.close();
        provider.close();
    }

    @Test
    void what_was_sent_before_the_clock_went_back_is_received_after() {
        clock.advance(DAY.negated());
        assertThat(received()).containsExactly("m");
        assertThat(queue.depth().oldest()).isZero();
    }

    @Test
    void a_lease_lasts_as_long_as_it_would_have() {
        Delivery lent = queue.receive(1, LEASE).getFirst();
        clock.advance(DAY.negated());
        assertThat(received()).isEmpty();
        clock.advance(LEASE.minusSeconds(1));
        assertThat(received()).isEmpty();
        clock.advance(DurabilityProvider.BACKOFF_MOST);
        assertThat(received()).as("not a day later").containsExactly("m");
        assertThat(queue.extend(lent, LEASE)).isFalse();
    }

    @Test
    void a_backoff_lasts_as_long_as_it_would_have() {
        queue.release(queue.receive(1, LEASE).getFirst(), "not now");
        clock.advance(DAY.negated());
        assertThat(received()).isEmpty();
        clock.advance(DurabilityProvider.BACKOFF_MOST);
        assertThat(received()).containsExactly("m");
    }

    @Test
    void a_backoff_lasts_no_longer_than_any_may_when_the_clock_went_back_while_it_was_closed() {
        queue.release(queue.receive(1, LEASE).getFirst(), "not now");
        durability.close();
        clock.advance(DAY.negated());
        durability = provider.open(clock, Duration.ZERO);
        queue = durability.queue("q");
        clock.advance(DurabilityProvider.BACKOFF_MOST);
        assertThat(received()).containsExactly("m");
    }

    @Test
    void a_jump_forward_ends_leases_and_fires_timers_and_loses_nothing() {
        durability.commit(Commit.builder()
                .add(new Commit.Schedule(new Timer("t", clock.instant().plus(Duration.ofHours(1)), "q", message("t"))))
                .build());
        Delivery lent = queue.receive(1, LEASE).getFirst();
        clock.advance(DAY);
        assertThat(queue.extend(lent, LEASE)).isFalse();
        assertThat(received()).containsExactly("m", "t");
    }

    @Test
    void what_was_handled_is_known_on_either_side_of_a_jump() {
        Delivery lent = queue.receive(1, LEASE).getFirst();
        durability.commit(Commit.builder().acknowledge(lent).build());
        for (Duration jump : List.of(DAY, DAY.multipliedBy(-3))) {
            clock.advance(jump);
            send("m");
            assertThat(received()).isEmpty();
        }
    }

    @Test
    void a_timer_comes_at_its_time_whatever_the_clock_did_between() {
        durability.commit(Commit.builder()
                .add(new Commit.Schedule(new Timer("t", clock.instant().plus(Duration.ofHours(1)), "q", message("t"))))
                .build());
        received();
        clock.advance(DAY.negated());
        assertThat(received()).isEmpty();
        clock.advance(DAY.plusHours(1));
        assertThat(received()).contains("t");
    }

    private void send(String id) {
        durability.commit(Commit.builder().send("q", message(id)).build());
    }

    private List<String> received() {
        return queue.receive(10, LEASE).stream()
                .map(delivery -> delivery.message().id())
                .toList();
    }

    private static Message message(String id) {
        return new Message(id, "t", null, Message.Priority.NORMAL, "c", null, 1, "{}");
    }
}
