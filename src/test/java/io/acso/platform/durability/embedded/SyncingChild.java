package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import java.nio.file.Path;
import java.time.Clock;

/** Commits so many times, one after the other. */
final class SyncingChild {

    private SyncingChild() {}

    public static void main(String... arguments) {
        try (SqliteDurability durability =
                SqliteDurability.open(Path.of(arguments[0]), Clock.systemUTC(), Settings.defaults())) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                durability.commit(
                        Commit.builder().put(Item.of("p", "s" + i, 1, "x")).build());
            }
        }
    }
}
