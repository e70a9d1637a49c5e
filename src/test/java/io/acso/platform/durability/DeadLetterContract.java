package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages that were given up: kept apart, looked at, put back, deleted. */
public abstract class DeadLetterContract extends ContractSuite {

    private static final Duration LATER = Duration.ofSeconds(7);

    protected DeadLetterContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void a_buried_message_is_dead_at_once_and_its_group_goes_on() {
        send("q", inGroup("g", "1"), inGroup("g", "2"));
        bury("q", "malformed");
        assertThat(received("q")).containsExactly("2");
        assertThat(dead("q")).containsExactly("1");
    }

    @Test
    void a_dead_letter_tells_all_about_itself() {
        Instant sent = clock.instant();
        send("q", message("m"));
        clock.advance(LATER);
        bury("q", "malformed: no kind");
        DeadLetter letter = durability.queue("q").deadLetter("m").orElseThrow();
        assertThat(letter)
                .isEqualTo(new DeadLetter("q", message("m"), 1, "malformed: no kind", sent, sent.plus(LATER)));
        assertThat(durability.queue("q").deadLetters(10, null).items()).containsExactly(letter);
        assertThat(durability.queue("q").deadLetter("n")).isEmpty();
        assertThat(durability.queue("other").deadLetter("m")).isEmpty();
        reopen();
        assertThat(durability.queue("q").deadLetter("m")).contains(letter);
    }

    @Test
    void only_the_dead_are_dead_letters() {
        send("q", message("m"), message("n"));
        receiveOne("q");
        assertThat(durability.queue("q").deadLetter("m")).isEmpty();
        assertThat(durability.queue("q").deadLetter("n")).isEmpty();
        refused(new Commit.Redrive("q", "m"));
        refused(new Commit.Purge("q", "n"));
    }

    @Test
    void a_dead_letter_blocks_its_copies_until_it_is_redriven_or_purged_and_afterwards() {
        send("q", message("m"), message("n"));
        bury("q", "malformed");
        bury("q", "malformed");
        clock.advance(DurabilityProvider.INBOX_RETENTION.plusSeconds(1));
        send("q", message("m"));
        assertThat(received("q")).as("dead for longer than the inbox remembers").isEmpty();

        commit(new Commit.Redrive("q", "m"), new Commit.Purge("q", "n"));
        refused(new Commit.Redrive("q", "m"));
        refused(new Commit.Purge("q", "n"));
        refused(new Commit.Redrive("q", "n"));
        send("q", message("m"), message("n"));
        Delivery again = receiveOne("q");
        assertThat(again.message().id()).isEqualTo("m");
        assertThat(again.attempt()).isEqualTo(1);
        acknowledge(again);
        send("q", message("m"));
        assertThat(received("q")).isEmpty();
        assertThat(dead("q")).isEmpty();
    }

    @Test
    void a_redriven_message_counts_its_attempts_anew_and_may_die_again() {
        send("q", message("m"));
        bury("q", "malformed");
        clock.advance(LATER);
        commit(new Commit.Redrive("q", "m"));
        Delivery again = receiveOne("q");
        assertThat(again.sent()).isEqualTo(clock.instant());
        durability.queue("q").bury(again, "still malformed");
        assertThat(durability.queue("q").deadLetter("m").orElseThrow().cause()).isEqualTo("still malformed");
    }

    @Test
    void a_redriven_message_comes_last_in_its_group() {
        send("q", inGroup("g", "1"), inGroup("g", "2"));
        bury("q", "malformed");
        commit(new Commit.Redrive("q", "1"));
        Delivery second = receiveOne("q");
        assertThat(second.message().id()).isEqualTo("2");
        assertThat(received("q")).isEmpty();
        acknowledge(second);
        assertThat(received("q")).containsExactly("1");
    }

    @Test
    void redrive_and_purge_are_part_of_their_commit() {
        send("q", message("m"), message("n"));
        bury("q", "malformed");
        bury("q", "malformed");
        put(item("p", "taken"));
        refused(
                new Commit.Redrive("q", "m"),
                new Commit.Purge("q", "n"),
                new Commit.Put(item("p", "taken"), Commit.Expect.ABSENT));
        assertThat(dead("q")).containsExactly("m", "n");
        assertThat(received("q")).isEmpty();
        commit(new Commit.Redrive("q", "m"), new Commit.Append(text("ann put m back")));
        assertThat(durability.leaves(0, 10)).hasSize(1);
    }

    @Test
    void dead_letters_come_in_pages_oldest_first() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            send("q", message("m" + i));
            bury("q", "malformed");
            expected.add("m" + i);
        }
        assertThat(dead("q")).isEqualTo(expected);
        assertThatThrownBy(() -> durability.queue("q").deadLetters(3, "%%%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void a_cursor_stands_although_its_letter_has_left() {
        IntStream.range(0, 5).forEach(i -> {
            send("q", message("m" + i));
            bury("q", "malformed");
        });
        Page<DeadLetter> first = durability.queue("q").deadLetters(2, null);
        commit(new Commit.Purge("q", "m0"), new Commit.Redrive("q", "m1"));
        assertThat(durability.queue("q").deadLetters(10, first.next()).items())
                .extracting(letter -> letter.message().id())
                .containsExactly("m2", "m3", "m4");
    }

    private void bury(String queue, String cause) {
        durability.queue(queue).bury(receiveOne(queue), cause);
    }

    private void refused(Commit.Operation... operations) {
        assertThatThrownBy(() -> commit(operations)).isInstanceOf(CommitConflict.class);
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
