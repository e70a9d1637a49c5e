package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;

/** Commits without end from several threads and prints the id of each commit once it has returned. */
final class CommittingChild {

    private CommittingChild() {}

    public static void main(String... arguments) {
        try (SqliteDurability durability =
                        SqliteDurability.open(Path.of(arguments[0]), Clock.systemUTC(), Settings.defaults());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                String name = "t" + i + "-" + ProcessHandle.current().pid();
                threads.execute(() -> commit(durability, name));
            }
        }
    }

    private static void commit(SqliteDurability durability, String name) {
        for (int i = 0; true; i++) {
            String id = name + "-" + i;
            durability.commit(Commit.builder()
                    .put(Item.of("acknowledged", id, 1, "x".repeat(300)))
                    .send("q", new Message(id, "t", null, Message.Priority.NORMAL, "c", null, 1, "{}"))
                    .add(new Commit.Append(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .build());
            synchronized (System.out) {
                System.out.println(id);
                System.out.flush();
            }
        }
    }
}
