package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Queues: leases, order, dedupe. */
public abstract class QueueContract extends ContractSuite {

    protected QueueContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void a_message_is_received_as_it_was_sent() {
        Message sent = message("m", "g", Message.Priority.URGENT);
        send("hunter", sent);
        Delivery delivery = receiveOne("hunter");
        assertThat(delivery.message()).isEqualTo(sent);
        assertThat(delivery.queue()).isEqualTo("hunter");
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(delivery.sent()).isEqualTo(clock.instant());
        assertThat(delivery.visibleAgain()).isEqualTo(clock.instant().plus(LEASE));
        assertThat(received("responder")).isEmpty();
        assertThat(durability.queues()).contains("hunter");
    }

    @Test
    void a_lent_message_is_hidden_until_acknowledged_or_its_lease_runs_out() {
        send("q", message("m"), message("n"));
        Delivery first = receiveOne("q");
        assertThat(received("q")).containsExactly("n");
        acknowledge(first);
        clock.advance(LEASE.plus(DurabilityProvider.BACKOFF_MOST));
        assertThat(received("q")).containsExactly("n");
    }

    @Test
    void a_lease_can_be_extended_from_now_while_it_lasts() {
        send("q", message("m"));
        Delivery delivery = receiveOne("q");
        clock.advance(LEASE.minusSeconds(1));
        assertThat(durability.queue("q").extend(delivery, LEASE)).isTrue();
        clock.advance(LEASE.minusSeconds(1));
        assertThat(received("q")).isEmpty();
        acknowledge(delivery);
        assertThat(durability.queue("q").extend(delivery, LEASE)).isFalse();
    }

    @Test
    void a_lost_lease_is_void_for_everything() {
        send("q", message("m"));
        Delivery lost = receiveOne("q");
        clock.advance(LEASE);
        assertThat(durability.queue("q").extend(lost, LEASE)).isFalse();
        assertThatThrownBy(() -> acknowledge(lost))
                .isInstanceOf(CommitConflict.class)
                .hasMessageContaining("lease")
                .hasMessageContaining("m");

        durability.queue("q").receive(1, LEASE);
        clock.advance(DurabilityProvider.BACKOFF_BASE);
        Delivery again = receiveOne("q");
        durability.queue("q").release(lost, "late");
        durability.queue("q").bury(lost, "late");
        assertThatThrownBy(() -> acknowledge(lost)).isInstanceOf(CommitConflict.class);
        assertThat(again.attempt()).isEqualTo(2);
        acknowledge(again);
        assertThatThrownBy(() -> acknowledge(again)).isInstanceOf(CommitConflict.class);
    }

    @Test
    void urgent_messages_come_first_then_in_the_order_of_sending() {
        send("q", message("a"), message("b"), urgent("c"), message("d"), urgent("e"));
        assertThat(received("q")).containsExactly("c", "e", "a", "b", "d");
    }

    @Test
    void a_group_is_delivered_in_order_one_at_a_time() {
        send("q", inGroup("g", "1"), inGroup("h", "x"), inGroup("g", "2"), inGroup("g", "3"), message("free"));
        assertThat(durability.queue("q").receive(1, LEASE).getFirst().message().id())
                .isEqualTo("1");
        assertThat(received("q")).containsExactly("x", "free");
        clock.advance(LEASE);
        assertThat(received("q")).as("1 waits for its backoff and holds up 2").isEmpty();
        clock.advance(DurabilityProvider.BACKOFF_BASE);
        Delivery again = durability.queue("q").receive(10, LEASE).stream()
                .filter(delivery -> delivery.message().id().equals("1"))
                .findFirst()
                .orElseThrow();
        acknowledge(again);
        assertThat(received("q")).containsExactly("2");
    }

    @Test
    void the_same_id_in_one_queue_is_the_same_message() {
        send("q", message("m"), message("m"));
        send("other", message("m"));
        Delivery delivery = receiveOne("q");
        send("q", message("m"));
        acknowledge(delivery);
        send("q", message("m"));
        assertThat(received("q")).isEmpty();
        assertThat(received("other")).containsExactly("m");

        clock.advance(DurabilityProvider.INBOX_RETENTION.plusSeconds(1));
        send("q", message("m"));
        assertThat(received("q")).as("the inbox forgets").containsExactly("m");
    }

    @Test
    void await_ends_when_a_commit_sends_to_the_queue() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.supplyAsync(() -> awaited("q", Duration.ofMinutes(1)), threads);
            send("other", message("x"));
            assertThat(waiting).isNotDone();
            send("q", message("m"));
            await().atMost(Duration.ofSeconds(10)).until(waiting::isDone);
            assertThat(waiting).isCompletedWithValue(true);
        }
    }

    @Test
    void await_ends_when_a_backoff_is_over() {
        send("q", message("m"));
        durability.queue("q").release(receiveOne("q"), "not now");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.supplyAsync(() -> awaited("q", Duration.ofMinutes(1)), threads);
            clock.advance(DurabilityProvider.BACKOFF_BASE);
            await().atMost(Duration.ofSeconds(10)).until(waiting::isDone);
            assertThat(waiting).isCompletedWithValue(true);
        }
    }

    @Test
    void await_gives_up_when_nothing_comes() {
        assertThat(awaited("q", Duration.ofMillis(20))).isFalse();
        assertThat(awaited("q", Duration.ZERO)).isFalse();
        send("q", message("m"));
        assertThat(awaited("q", Duration.ZERO)).isTrue();
    }

    @Test
    void what_waits_survives_a_restart_with_its_order_and_attempts() {
        send("q", inGroup("g", "1"), inGroup("g", "2"), urgent("u"));
        Delivery before = durability.queue("q").receive(2, LEASE).getLast();
        reopen();
        assertThatThrownBy(() -> acknowledge(before)).isInstanceOf(CommitConflict.class);
        clock.advance(LEASE.plus(DurabilityProvider.BACKOFF_BASE));
        assertThat(durability.queue("q").receive(9, LEASE))
                .extracting(delivery -> delivery.message().id() + " " + delivery.attempt())
                .containsExactly("u 2", "1 2");
    }

    private boolean awaited(String queue, Duration most) {
        try {
            return durability.queue(queue).await(most);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
