package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of messages that are not acknowledged: backoff, dead letters and back. */
public abstract class RedeliveryContract extends ContractSuite {

    private static final Duration INSTANT = Duration.ofMillis(1);

    protected RedeliveryContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void a_released_message_waits_between_half_and_all_of_a_doubling_backoff() {
        send("q", message("m"));
        Duration full = DurabilityProvider.BACKOFF_BASE;
        for (int attempt = 1; attempt < DurabilityProvider.MAX_ATTEMPTS; attempt++) {
            Delivery delivery = receiveOne("q");
            assertThat(delivery.attempt()).isEqualTo(attempt);
            durability.queue("q").release(delivery, "not now");
            clock.advance(full.dividedBy(2).minus(INSTANT));
            assertThat(received("q")).isEmpty();
            clock.advance(full.dividedBy(2).plus(INSTANT));
            full = full.multipliedBy(2);
        }
        assertThat(received("q")).containsExactly("m");
    }

    @Test
    void a_released_message_becomes_a_dead_letter_with_its_last_cause() {
        send("q", message("m"), message("n"));
        giveUp("q", "m", "the host is unreachable");
        DeadLetter letter = durability.queue("q").deadLetters(10, null).items().getFirst();
        assertThat(letter.message()).isEqualTo(message("m"));
        assertThat(letter.queue()).isEqualTo("q");
        assertThat(letter.attempts()).isEqualTo(DurabilityProvider.MAX_ATTEMPTS);
        assertThat(letter.cause()).isEqualTo("the host is unreachable");
        assertThat(letter.since()).isEqualTo(clock.instant());
    }

    @Test
    void leases_that_run_out_use_up_the_attempts_too() {
        send("q", message("m"));
        for (int attempt = 1; attempt <= DurabilityProvider.MAX_ATTEMPTS; attempt++) {
            assertThat(received("q")).as("attempt %d", attempt).containsExactly("m");
            clock.advance(LEASE.plus(DurabilityProvider.BACKOFF_MOST));
            durability.queue("other").receive(1, LEASE);
        }
        assertThat(received("q")).isEmpty();
        assertThat(durability.queue("q").deadLetters(10, null).items())
                .singleElement()
                .satisfies(letter -> assertThat(letter.cause()).contains("lease"));
    }

    private void giveUp(String queue, String id, String cause) {
        for (int attempt = 1; attempt <= DurabilityProvider.MAX_ATTEMPTS; attempt++) {
            for (Delivery delivery : durability.queue(queue).receive(100, LEASE)) {
                if (delivery.message().id().equals(id)) {
                    durability.queue(queue).release(delivery, cause);
                } else {
                    acknowledge(delivery);
                }
            }
            if (attempt < DurabilityProvider.MAX_ATTEMPTS) {
                clock.advance(DurabilityProvider.BACKOFF_MOST);
            }
        }
    }
}
