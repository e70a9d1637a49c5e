package io.acso.edge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.edge.cli.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on the real server: what it tells and returns follows from what is played. */
class DemoTest {

    private final StringWriter told = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void the_bundled_attack_ends_contained_with_report_and_proof() throws IOException {
        DemoResult result = play(null);

        assertThat(statuses(result)).containsExactly("CRITICAL RESOLVED");
        assertThat(kinds(result)).contains("aws.iam.deactivate-access-key", "aws.ec2.stop-instance");
        assertThat(result.actions())
                .allMatch(action -> action.path("outcome").asString("").equals("CARRIED_OUT"));
        assertThat(result.approvals()).isNotEmpty();
        assertThat(result.ledger().verified()).isTrue();
        assertThat(Path.of(String.valueOf(result.report()))).content().contains("aws.ec2.stop-instance", "USD");
        assertThat(told.toString()).contains("stand-in").contains("incident contained");
    }

    @Test
    void without_the_mining_it_is_less_grave_and_no_instance_is_touched() throws IOException {
        Path quieter = directory.resolve("no-mining.ndjson");
        Files.write(
                quieter,
                lines("/demo/attack.ndjson")
                        .filter(line -> !line.contains("\"RunInstances\"") && !line.contains("\"EnableRegion\""))
                        .toList());

        DemoResult result = play(quieter);

        assertThat(statuses(result)).containsExactly("HIGH RESOLVED");
        assertThat(kinds(result)).isNotEmpty().noneMatch(kind -> kind.startsWith("aws.ec2."));
    }

    @Test
    void benign_traffic_is_no_incident_and_leaves_nothing_behind() throws IOException {
        Path benign = directory.resolve("benign.ndjson");
        Files.write(benign, lines("/demo/benign.ndjson").toList());

        DemoResult result = play(benign);

        assertThat(result.events()).isEqualTo(200);
        assertThat(result.incidents()).isEmpty();
        assertThat(result.actions()).isEmpty();
        assertThat(result.report()).isNull();
        assertThat(directory.resolve("kept")).doesNotExist();
    }

    private DemoResult play(@Nullable Path events) throws IOException {
        DemoSettings settings = new DemoSettings(events, true, directory.resolve("kept"), new PrintWriter(told), false);
        Demo demo = new Demo(
                settings,
                question -> {
                    throw new AssertionError("nobody is to be asked: " + question);
                },
                InstantSource.system());
        return demo.run(this::start);
    }

    private Demo.Running start(Path data, Map<String, String> properties) {
        Platform platform = ServiceLoader.load(Platform.class).findFirst().orElseThrow();
        Platform.Running running = platform.start(data, 0, false, properties);
        return new Demo.Running() {
            @Override
            public URI url() {
                return running.url();
            }

            @Override
            public String token() {
                try {
                    return Files.readString(data.resolve("token")).strip();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void close() {
                running.close();
            }
        };
    }

    private static List<String> statuses(DemoResult result) {
        return result.incidents().stream()
                .map(incident -> incident.path("severity").asString("") + " "
                        + incident.path("status").asString(""))
                .toList();
    }

    private static List<String> kinds(DemoResult result) {
        return result.actions().stream()
                .map(action -> action.at("/action/kind").asString(""))
                .distinct()
                .toList();
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = DemoTest.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }
}
