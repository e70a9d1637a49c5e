package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Timers: messages that wait for their time. */
public abstract class TimerContract extends ContractSuite {

    private static final Duration HOUR = Duration.ofHours(1);

    protected TimerContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void a_timer_sends_its_message_when_it_is_due_and_not_before() {
        Message later = message("later", "g", Message.Priority.URGENT);
        commit(new Commit.Schedule(new Timer("t", clock.instant().plus(HOUR), "q", later)));
        clock.advance(HOUR.minusMillis(1));
        assertThat(received("q")).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(receiveOne("q").message()).isEqualTo(later);
    }

    @Test
    void a_due_timer_wakes_who_waits_without_anybody_receiving() {
        schedule("t", HOUR, "m");
        clock.advance(HOUR);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> durability.queue("q").depth().ready() == 1);
    }

    @Test
    void a_timer_fires_once() {
        schedule("t", HOUR, "m");
        clock.advance(HOUR);
        acknowledge(receiveOne("q"));
        clock.advance(HOUR);
        assertThat(received("q")).isEmpty();
    }

    @Test
    void the_same_id_replaces_and_a_cancelled_timer_is_gone() {
        schedule("t", HOUR, "early");
        schedule("t", HOUR.multipliedBy(2), "late");
        schedule("u", HOUR, "cancelled");
        commit(new Commit.Cancel("u"), new Commit.Cancel("never there"));
        clock.advance(HOUR);
        assertThat(received("q")).isEmpty();
        clock.advance(HOUR);
        assertThat(received("q")).containsExactly("late");
    }

    @Test
    void timers_survive_a_restart_and_those_missed_meanwhile_come_in_order() {
        schedule("b", HOUR.plusMinutes(1), "second");
        schedule("a", HOUR, "first");
        schedule("c", HOUR.multipliedBy(9), "third");
        durability.close();
        clock.advance(HOUR.multipliedBy(3));
        reopen();
        assertThat(received("q")).containsExactly("first", "second");
    }

    @Test
    void a_conflict_sets_no_timer() {
        put(item("p", "s"));
        try {
            commit(
                    new Commit.Schedule(new Timer("t", clock.instant(), "q", message("m"))),
                    new Commit.Put(item("p", "s"), Commit.Expect.ABSENT));
        } catch (CommitConflict expected) {
            assertThat(received("q")).isEmpty();
            return;
        }
        throw new AssertionError("the commit should have been refused");
    }

    private void schedule(String id, Duration in, String messageId) {
        commit(new Commit.Schedule(new Timer(id, clock.instant().plus(in), "q", message(messageId))));
    }
}
