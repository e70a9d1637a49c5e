package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.assembly.AcsoServer;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The commands about queues, against a running platform. */
@SpringBootTest(classes = AcsoServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QueueCommandTest {

    @TempDir
    static Path directory;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("acso.data-directory", directory::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    Durability durability;

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
        assertThat(acso("list")).contains(queue, "WAITING");
        assertThat(acso("dead", queue, "--limit", "2")).contains("m0", "malformed");
        assertThat(acso("inspect", queue, "m7")).contains("malformed", "{\"n\":\"m7\"}");
        assertThat(acso("redrive", queue, "m7")).contains("m7 back in " + queue);
        assertThat(acso("purge", queue, "m8")).contains("m8 deleted from " + queue);
        assertThat(acso("redrive", queue, "all")).contains("48 back in " + queue);
        assertThat(durability.queue(queue).depth().ready()).isEqualTo(49);
        bury(49);
        assertThat(acso("purge", queue, "all", "--json")).contains("\"moved\":49");
        assertThat(durability.queue(queue).depth().dead()).isZero();
        assertThat(run("inspect", queue, "m7").err()).contains("there is no dead letter 'm7'");
    }

    private void bury(int count) {
        durability
                .queue(queue)
                .receive(count, Duration.ofMinutes(1))
                .forEach(delivery -> durability.queue(queue).bury(delivery, "malformed"));
    }

    private String acso(String... arguments) {
        CommandLineTest.Ran ran = run(arguments);
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    private CommandLineTest.Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("queue"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--server",
                "http://127.0.0.1:" + port,
                "--token-file",
                directory.resolve("token").toString()));
        return CommandLineTest.run(all.toArray(String[]::new));
    }
}
