package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The commands about queues, against a running platform. */
class QueueCommandTest extends ServerCommands {

    /** One that no agent reads. */
    private final String queue = "unread";

    @Test
    void dead_letters_are_listed_inspected_redriven_and_purged() {
        for (int i = 0; i < 50; i++) {
            Message message =
                    new Message("m" + i, "t", null, Message.Priority.NORMAL, "c", null, 1, "{\"n\":\"m" + i + "\"}");
            durability.commit(Commit.builder().send(queue, message).build());
        }
        bury(50);
        assertThat(acso("queue", "list")).contains(queue, "WAITING");
        assertThat(acso("queue", "dead", queue, "--limit", "2")).contains("m0", "malformed");
        assertThat(acso("queue", "inspect", queue, "m7")).contains("malformed", "{\"n\":\"m7\"}");
        assertThat(acso("queue", "redrive", queue, "m7")).contains("m7 back in " + queue);
        assertThat(acso("queue", "purge", queue, "m8")).contains("m8 deleted from " + queue);
        assertThat(acso("queue", "redrive", queue, "all")).contains("48 back in " + queue);
        assertThat(durability.queue(queue).depth().ready()).isEqualTo(49);
        bury(49);
        assertThat(acso("queue", "purge", queue, "all", "--json")).contains("\"moved\":49");
        assertThat(durability.queue(queue).depth().dead()).isZero();
        assertThat(run("queue", "inspect", queue, "m7").err()).contains("there is no dead letter 'm7'");
    }

    private void bury(int count) {
        durability
                .queue(queue)
                .receive(count, Duration.ofMinutes(1))
                .forEach(delivery -> durability.queue(queue).bury(delivery, "malformed"));
    }
}
