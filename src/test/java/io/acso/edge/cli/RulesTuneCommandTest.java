package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.edge.cli.CommandLineTest.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code acso rules tune}: a backup robot lists keys all day, and an attacker does it three times. */
class RulesTuneCommandTest {

    private static final String RULE = """
            title: Keys listed
            id: 11111111-2222-4333-8444-555555555555
            logsource: {product: aws, service: cloudtrail}
            detection:
              selection: {eventName: ListAccessKeys}
              condition: selection
            """;
    private static final int EVENTS = 120;

    @TempDir
    Path directory;

    private Path rule;
    private Path events;

    @BeforeEach
    void past() throws IOException {
        rule = Files.writeString(directory.resolve("rule.yml"), RULE);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            boolean attack = i % 40 == 7;
            boolean robot = i % 2 == 0;
            lines.append(event(
                    i,
                    attack || robot ? "ListAccessKeys" : "GetObject",
                    attack ? "eve" : robot ? "robot" : "user" + i % 9,
                    attack ? "198.51.100.9" : robot ? "10.0.0.1" : "10.0.1." + i % 9));
        }
        events = Files.writeString(directory.resolve("events.ndjson"), lines);
    }

    private static String event(int number, String name, String user, String address) {
        return """
                {"eventVersion":"1.08","eventTime":"2026-01-0%dT03:04:05Z","eventSource":"iam.amazonaws.com",\
                "eventName":"%s","sourceIPAddress":"%s","eventID":"e-%d","recipientAccountId":"123456789012",\
                "userIdentity":{"type":"IAMUser","userName":"%s","accountId":"123456789012"}}
                """.formatted(1 + number % 4, name, address, number, user);
    }

    private Ran tune(String... more) {
        String[] all = new String[6 + more.length];
        System.arraycopy(
                new String[] {"rules", "tune", "--json", "--rules", rule.toString(), events.toString()}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return CommandLineTest.run(all);
    }

    @Test
    void rules_are_ranked_and_noise_is_shown() {
        JsonNode report = tune().json();
        JsonNode found = report.at("/rules/0");
        assertThat(report.path("events").asInt()).isEqualTo(EVENTS);
        assertThat(found.path("matches").asInt()).isEqualTo(63);
        assertThat(found.path("share").asDouble()).isEqualTo(1);
        assertThat(found.path("perDay").asDouble()).isGreaterThan(10);
        assertThat(found.path("unlabelled").asInt()).isEqualTo(63);
        assertThat(found.path("common").toString()).contains("userIdentity.userName", "robot");
    }

    @Test
    void a_filter_takes_the_noise_and_keeps_every_labelled_true_positive() throws IOException {
        Path labels = Files.writeString(
                directory.resolve("labels.csv"),
                "file,event,label\nevents.ndjson,7,tp\nevents.ndjson,47,tp\nevents.ndjson,87,tp\nevents.ndjson,0,fp\n");
        Path written = directory.resolve("filters");
        JsonNode found = tune("--labels", labels.toString(), "--write", written.toString())
                .json()
                .at("/rules/0");
        assertThat(found.path("truePositives").asInt()).isEqualTo(3);
        JsonNode filter = found.at("/filters/0");
        assertThat(filter.path("removed").asInt()).isEqualTo(60);
        assertThat(filter.path("kept").asInt()).isEqualTo(3);
        assertThat(filter.at("/selection/userIdentity.userName").asString()).isEqualTo("robot");
        Path file = written.resolve(filter.path("file").asString());
        Ran after = CommandLineTest.run(
                "detect", "--json", "--rules", rule.toString(), "--rules", file.toString(), events.toString());
        assertThat(after.out().lines().map(line -> line.replaceAll(".*\"event\":(\\d+).*", "$1")))
                .containsExactly("7", "47", "87");
    }

    @Test
    void what_cannot_be_told_from_a_true_positive_is_not_filtered() throws IOException {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < EVENTS; i += 2) {
            if (i % 3 == 0) {
                labels.append("{\"file\":\"events.ndjson\",\"event\":%d,\"label\":\"tp\"}\n".formatted(i));
            }
        }
        Path file = Files.writeString(directory.resolve("labels.ndjson"), labels);
        JsonNode found = tune("--labels", file.toString()).json().at("/rules/0");
        assertThat(found.path("filters").isEmpty()).isTrue();
        assertThat(found.path("note").asString()).contains("true positives");
    }

    @Test
    void a_label_that_cannot_be_used_is_named_with_its_line() throws IOException {
        Path labels = Files.writeString(directory.resolve("l.csv"), "file,event,label\na,1,tp\na,2,maybe\n");
        Ran ran = tune("--labels", labels.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("l.csv:3").contains("tp or fp");
    }

    @Test
    void people_get_a_table() {
        Ran ran = CommandLineTest.run("rules", "tune", "--rules", rule.toString(), events.toString());
        assertThat(ran.out()).contains("FINDINGS", "Keys listed", "FILTER mf_keys_listed", "CAUTION");
    }

    @Test
    void events_come_from_files_or_a_lake() {
        assertThat(CommandLineTest.run("rules", "tune", "--rules", rule.toString())
                        .code())
                .isEqualTo(2);
        assertThat(CommandLineTest.run("rules", "tune", "--rules", rule.toString(), "-")
                        .code())
                .isEqualTo(2);
        Ran ran = CommandLineTest.run("rules", "tune", "--rules", rule.toString(), "--lake", directory.toString());
        assertThat(ran).returns(3, Ran::code).extracting(Ran::err).asString().contains("no lake");
    }
}
