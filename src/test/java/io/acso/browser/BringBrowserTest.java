package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./acso test} does where no browser is installed: with a Maven that does nothing, and a PATH of ours. */
@DisabledOnOs(OS.WINDOWS)
class BringBrowserTest {

    private static final List<String> TOOLS =
            List.of("sh", "dirname", "mkdir", "rm", "cat", "sleep", "flock", "find", "readlink", "env", "uname");

    @TempDir
    Path home;

    private Path bin;

    @BeforeEach
    void layOut() throws IOException {
        bin = Files.createDirectories(home.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path real = Path.of(place, tool);
                if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), real);
                }
            }
        }
        Files.copy(Path.of("acso"), home.resolve("acso"));
        assertThat(home.resolve("acso").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("src/build"));
        Files.copy(Path.of("src/build/TestSummary.java"), home.resolve("src/build/TestSummary.java"));
        script("mvnw", home, "exit 0");
    }

    @Test
    void root_has_it_installed_from_the_distribution() throws Exception {
        script("id", bin, "echo 0");
        script("apt-get", bin, "echo \"$@\" >>" + home.resolve("apt.log"));
        assertThat(said(Map.of())).contains("installing chromium for the browser tests");
        assertThat(Files.readAllLines(home.resolve("apt.log")))
                .containsExactly("update", "install -y --no-install-recommends chromium");
    }

    @Test
    void an_installation_that_fails_is_said_with_the_place_of_its_log() throws Exception {
        script("id", bin, "echo 0");
        script("apt-get", bin, "echo no such package; exit 100");
        assertThat(said(Map.of())).contains("could not be installed", "acso-browser.log", "cannot run");
        assertThat(home.resolve("target/acso-browser.log")).content().contains("no such package");
    }

    @Test
    void anybody_else_reads_in_one_line_what_to_install() throws Exception {
        script("id", bin, "echo 1000");
        assertThat(said(Map.of()).lines().filter(line -> line.contains("browser")))
                .singleElement()
                .asString()
                .contains("apt install chromium", "ACSO_BROWSER");
    }

    @Test
    void one_that_is_there_or_named_is_enough() throws Exception {
        script("id", bin, "echo 1000");
        assertThat(said(Map.of("ACSO_BROWSER", "/opt/mine"))).doesNotContain("browser");
        script("chromium", bin, "exit 0");
        assertThat(said(Map.of())).doesNotContain("browser");
    }

    private static void script(String name, Path directory, String body) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** What the launcher itself said. */
    private String said(Map<String, String> more) throws Exception {
        Path errors = home.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("acso").toString(), "test")
                .redirectOutput(home.resolve("output.txt").toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("ACSO_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(more);
        Process process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher does not end");
        }
        return Files.readString(errors, StandardCharsets.UTF_8);
    }
}
