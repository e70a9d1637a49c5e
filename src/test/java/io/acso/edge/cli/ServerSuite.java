package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.assembly.AcsoServer;
import io.acso.platform.durability.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running platform for all tests of commands that speak to one. */
@SpringBootTest(classes = AcsoServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ServerSuite {

    private static final Path DIRECTORY = directory();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("acso.data-directory", DIRECTORY::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    Durability durability;

    /** What a command that went well says. */
    String done(String noun, String... arguments) {
        CommandLineTest.Ran ran = run(noun, arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    CommandLineTest.Ran run(String noun, String... arguments) {
        List<String> all = new ArrayList<>(List.of(noun));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--server",
                "http://127.0.0.1:" + port,
                "--token-file",
                DIRECTORY.resolve("token").toString()));
        return CommandLineTest.run(all.toArray(String[]::new));
    }

    private static Path directory() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "platforms").toAbsolutePath());
            return Files.createTempDirectory(parent, "cli-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
