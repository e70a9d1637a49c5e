package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.assembly.AcsoServer;
import io.acso.platform.durability.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running platform, shared by the tests of commands that speak to it. */
@SpringBootTest(classes = AcsoServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ServerSuite {

    private static final Path DIRECTORY = directory();

    @LocalServerPort
    int port;

    @Autowired
    Durability durability;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("acso.data-directory", DIRECTORY::toString);
    }

    /** What the command says when it does what it should. */
    String acso(String... arguments) {
        CommandLineTest.Ran ran = run(arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    CommandLineTest.Ran run(String... arguments) {
        List<String> server = List.of(
                "--server",
                "http://127.0.0.1:" + port,
                "--token-file",
                DIRECTORY.resolve("token").toString());
        return CommandLineTest.run(
                Stream.concat(Stream.of(arguments), server.stream()).toArray(String[]::new));
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
