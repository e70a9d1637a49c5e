package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void a_buried_message_is_dead_at_once_and_its_group_goes_on() {
        send("q", inGroup("g", "1"), inGroup("g", "2"));
        durability.queue("q").bury(receiveOne("q"), "malformed");
        assertThat(received("q")).containsExactly("2");
        assertThat(dead("q")).containsExactly("1");
    }

    @Test
    void a_dead_letter_still_blocks_its_copies_until_it_is_redriven_or_purged() {
        send("q", message("m"), message("n"));
        durability.queue("q").bury(receiveOne("q"), "malformed");
        durability.queue("q").bury(receiveOne("q"), "malformed");
        send("q", message("m"));
        assertThat(received("q")).isEmpty();

        assertThat(durability.queue("q").redrive("m")).isTrue();
        assertThat(durability.queue("q").redrive("m")).isFalse();
        assertThat(durability.queue("q").purge("n")).isTrue();
        assertThat(durability.queue("q").purge("n")).isFalse();
        assertThat(durability.queue("q").redrive("n")).isFalse();
        send("q", message("n"));
        Delivery again = receiveOne("q");
        assertThat(again.message().id()).isEqualTo("m");
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(received("q")).isEmpty();
        assertThat(dead("q")).isEmpty();
    }

    @Test
    void a_redriven_message_comes_last_in_its_group() {
        send("q", inGroup("g", "1"), inGroup("g", "2"));
        durability.queue("q").bury(receiveOne("q"), "malformed");
        durability.queue("q").redrive("1");
        Delivery second = receiveOne("q");
        assertThat(second.message().id()).isEqualTo("2");
        assertThat(received("q")).isEmpty();
        acknowledge(second);
        assertThat(received("q")).containsExactly("1");
    }

    @Test
    void dead_letters_come_in_pages_oldest_first() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            send("q", message("m" + i));
            durability.queue("q").bury(receiveOne("q"), "malformed");
            expected.add("m" + i);
        }
        assertThat(dead("q")).isEqualTo(expected);
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

    private List<String> dead(String queue) {
        List<String> ids = new ArrayList<>();
        Page<DeadLetter> page = new Page<>(List.of(), null);
        do {
            page = durability.queue(queue).deadLetters(3, page.next());
            page.items().forEach(letter -> ids.add(letter.message().id()));
        } while (page.next() != null);
        return ids;
    }
}
