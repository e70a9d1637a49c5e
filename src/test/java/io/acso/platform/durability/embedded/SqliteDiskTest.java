package io.acso.platform.durability.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full, and one that is really read-only: said clearly, nothing acknowledged is lost. */
class SqliteDiskTest {

    private static final String OWN_DISK = "mount -t tmpfs -o size=8m tmpfs \"$0\" && exec \"$@\"";

    @TempDir
    Path disk;

    @Test
    void a_full_disk_fails_commits_until_there_is_space() throws Exception {
        assertThat(run("full"))
                .contains("reads true", "kept true")
                .anySatisfy(line -> assertThat(line).startsWith("full: ").contains("acso.db", "free disk space"))
                .anySatisfy(line -> assertThat(line).matches("works again|not opened: .*free disk space.*"));
    }

    @Test
    void a_read_only_disk_is_refused_at_the_opening() throws Exception {
        assertThat(run("read-only"))
                .contains("kept true")
                .anySatisfy(line -> assertThat(line).startsWith("read-only: ").contains("choose a directory"));
    }

    private List<String> run(String fault) throws IOException, InterruptedException {
        assumeTrue(ownDisks(), "needs unshare and tmpfs, for a small disk of the test's own");
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", OWN_DISK, disk.toString()));
        command.addAll(Children.command(FaultyDisk.class, fault, disk.toString()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    private boolean ownDisks() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rm", "sh", "-c", OWN_DISK, disk.toString(), "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
