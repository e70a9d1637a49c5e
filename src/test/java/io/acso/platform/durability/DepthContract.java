package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.platform.durability.TaskQueue.Depth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a queue says about how much there is of it, and how old. */
public abstract class DepthContract extends ContractSuite {

    protected DepthContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void a_message_is_counted_once_wherever_it_is() {
        send("q", message("1"), message("2"), message("3"));
        clock.advance(Duration.ofSeconds(7));
        depth("q", 3, 0, 0, 0, 7);
        durability.queue("q").bury(receiveOne("q"), "no use");
        Delivery lent = receiveOne("q");
        depth("q", 1, 0, 1, 1, 7);
        durability.queue("q").release(lent, "not now");
        depth("q", 1, 1, 0, 1, 7);
        depth("empty", 0, 0, 0, 0, 0);
    }

    @Test
    void what_waits_behind_its_group_is_seen_with_its_age() {
        send("q", inGroup("g", "1"));
        clock.advance(Duration.ofSeconds(2));
        send("q", inGroup("g", "2"), inGroup("g", "3"));
        Delivery first = receiveOne("q");
        clock.advance(Duration.ofSeconds(5));
        depth("q", 0, 2, 1, 0, 5);
        acknowledge(first);
        depth("q", 1, 1, 0, 0, 5);
    }

    @Test
    void a_redriven_message_is_as_young_as_its_redrive() {
        send("q", message("1"));
        durability.queue("q").bury(receiveOne("q"), "no use");
        clock.advance(Duration.ofHours(1));
        depth("q", 0, 0, 0, 1, 0);
        commit(new Commit.Redrive("q", "1"));
        clock.advance(Duration.ofSeconds(3));
        depth("q", 1, 0, 0, 0, 3);
    }

    private void depth(String queue, long ready, long waiting, long lent, long dead, long seconds) {
        Depth expected = new Depth(ready, waiting, lent, dead, Duration.ofSeconds(seconds));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(durability.queue(queue).depth()).isEqualTo(expected));
    }
}
