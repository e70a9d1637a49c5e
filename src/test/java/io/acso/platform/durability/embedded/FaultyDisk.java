package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Runs on a small disk of its own, and prints what durability says when that is full or read-only. */
final class FaultyDisk {

    private final Path disk;
    private final Path directory;
    private int acknowledged;

    private FaultyDisk(Path disk) {
        this.disk = disk;
        this.directory = disk.resolve("data");
    }

    public static void main(String... arguments) {
        FaultyDisk child = new FaultyDisk(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "full" -> child.fillAndFree();
            case "read-only" -> child.lockAndUnlock();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void fillAndFree() {
        Path ballast = disk.resolve("ballast");
        write(ballast, 2_000_000);
        try (SqliteDurability durability = open()) {
            fill(durability);
            say("reads %s", count(durability) == acknowledged);
        }
        try (SqliteDurability durability = open()) {
            say("opened full, %s", count(durability) == acknowledged);
            fill(durability);
            delete(ballast);
            for (int i = 0; i < 3; i++) {
                commit(durability);
            }
            say("works again");
        } catch (DurabilityFailure e) {
            say("not opened: %s", e.getMessage());
            delete(ballast);
        }
        try (SqliteDurability durability = open()) {
            say("kept %s", count(durability) == acknowledged);
        }
    }

    private void fill(SqliteDurability durability) {
        try {
            while (true) {
                commit(durability);
            }
        } catch (DurabilityFailure e) {
            say("full: %s", e.getMessage());
        }
    }

    private void lockAndUnlock() {
        try (SqliteDurability durability = open()) {
            commit(durability);
        }
        remount("ro");
        try (SqliteDurability durability = open()) {
            say("opened %s", count(durability));
        } catch (DurabilityFailure e) {
            say("read-only: %s", e.getMessage());
        }
        remount("rw");
        try (SqliteDurability durability = open()) {
            commit(durability);
            say("kept %s", count(durability) == acknowledged);
        }
    }

    private void remount(String how) {
        try {
            int code = new ProcessBuilder("mount", "-o", "remount," + how, disk.toString())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("remount " + how + " ended with " + code);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SqliteDurability open() {
        return SqliteDurability.open(directory, Clock.systemUTC(), Settings.defaults());
    }

    private void commit(SqliteDurability durability) {
        durability.commit(Commit.builder()
                .put(Item.of("p", "s" + acknowledged, 1, "x".repeat(20_000)))
                .build());
        acknowledged++;
    }

    private static int count(SqliteDurability durability) {
        return durability.records().all(Query.partition("p"), 100_000).size();
    }

    private static void write(Path file, int bytes) {
        try {
            Files.write(file, new byte[bytes]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
