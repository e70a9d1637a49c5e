package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The offline commands: what they print, and how they end. */
class CommandLineTest {

    private static final String RULE = """
            title: Access key created
            id: 11111111-2222-3333-4444-555555555555
            logsource: {product: aws, service: cloudtrail}
            detection:
              selection: {eventName: CreateAccessKey}
              condition: selection
            level: medium
            """;
    private static final String EVENT = """
            {"eventVersion":"1.08","eventTime":"2026-01-02T03:04:05Z","eventSource":"iam.amazonaws.com",\
            "eventName":"%s","awsRegion":"us-east-1","sourceIPAddress":"198.51.100.7","eventID":"%s",\
            "recipientAccountId":"123456789012","userIdentity":{"type":"IAMUser","userName":"eve",\
            "accountId":"123456789012","arn":"arn:aws:iam::123456789012:user/eve"}}""";

    @TempDir
    Path directory;

    record Ran(int code, String out, String err) {
        JsonNode json() {
            return Json.tree(out);
        }
    }

    static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Acso.commandLine(new Terminal() {
            @Override
            public boolean present() {
                return false;
            }

            @Override
            public boolean agrees(String question) {
                throw new AssertionError("asked without a terminal: " + question);
            }

            @Override
            public String secret(String question) {
                throw new AssertionError("asked without a terminal: " + question);
            }
        });
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ran(line.execute(arguments), out.toString(), err.toString());
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String event(String name, int number) {
        return EVENT.formatted(name, "e-" + number);
    }

    @Test
    void rules_check_counts_what_loads_and_names_what_does_not() throws IOException {
        write("good.yml", RULE);
        assertThat(run("rules", "check", directory.toString(), "--json"))
                .returns(0, Ran::code)
                .extracting(ran -> ran.json().path("loaded").asInt())
                .isEqualTo(1);
        String bad = write("bad.yml", "title: x\ndetection: [");
        Ran ran = run("rules", "check", directory.toString(), "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().at("/failed/0/file").asString()).isEqualTo(bad);
        assertThat(ran.json().at("/failed/0/error").asString()).isNotBlank();
    }

    @Test
    void a_directory_without_rules_is_bad_input() {
        assertThat(run("rules", "check", directory.toString()).code()).isEqualTo(3);
        assertThat(run("rules", "check", directory + "/absent").err()).contains("absent", "no such file");
    }

    @Test
    void detect_counts_events_from_zero_in_each_container() throws IOException {
        String rules = write("rule.yml", RULE);
        String first = event("ListUsers", 1);
        String second = event("CreateAccessKey", 2);
        for (String content : new String[] {
            first + "\n" + second + "\n",
            "[" + first + "," + second + "]",
            "{\"Records\":[" + first + "," + second + "]}"
        }) {
            Ran ran = run("detect", "--rules", rules, "--json", write("events.json", content));
            assertThat(ran.code()).isZero();
            assertThat(ran.json().path("event").asInt()).isEqualTo(1);
            assertThat(ran.json().path("level").asString()).isEqualTo("medium");
            assertThat(ran.json().path("ruleId").asString()).startsWith("11111111");
        }
    }

    @Test
    void detect_reads_gzip_and_says_when_it_is_truncated() throws IOException {
        String rules = write("rule.yml", RULE);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            many.append(event("CreateAccessKey", i)).append('\n');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(many.toString().getBytes());
        }
        Path whole = Files.write(directory.resolve("events.json.gz"), bytes.toByteArray());
        assertThat(run("detect", "--rules", rules, "--json", whole.toString())
                        .out()
                        .lines())
                .hasSize(200);
        Path cut = Files.write(directory.resolve("cut.json.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        Ran ran = run("detect", "--rules", rules, "--json", cut.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("cut.json.gz");
    }

    @Test
    void playbook_check_points_at_what_is_wrong() throws IOException {
        Ran ran = run("playbook", "check", "--json", write("bad.json", "{\"type\": \"playbook\"}"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().path("valid").asBoolean()).isFalse();
        assertThat(ran.json().at("/errors/0/message").asString()).isNotBlank();
        assertThat(run("playbook", "check", directory + "/absent.json").code()).isEqualTo(3);
    }

    @Test
    void playbook_check_tells_what_cannot_run_and_asks_for_signatures_on_request() throws IOException {
        String text = Files.readString(Path.of("src/main/resources/content/playbooks/review-suspicious-activity.json"))
                .replace("\"type\": \"manual\"", "\"type\": \"kestrel\"");
        String file = write("other.json", text);
        Ran ran = run("playbook", "check", "--json", file);
        assertThat(ran.code()).isZero();
        assertThat(ran.json().path("valid").asBoolean()).isTrue();
        assertThat(ran.json().at("/refusals/0/message").asString()).contains("kestrel");
        Ran unsigned = run("playbook", "check", "--json", "--require-signature", file);
        assertThat(unsigned.code()).isEqualTo(1);
        assertThat(unsigned.json().at("/errors/0/pointer").asString()).isEqualTo("/signatures");
    }

    @Test
    void the_built_in_playbooks_are_valid() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/content/playbooks"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(run("playbook", "check", file.toString()))
                            .returns(0, Ran::code));
        }
    }

    @Test
    void policy_test_says_what_the_gate_would_decide() throws IOException {
        String action = write("action.json", """
                {"principal": "agent:incident-response",
                 "action": {"kind": "aws.ec2.stop-instance",
                            "target": {"type": "aws:ec2:instance", "scope": "aws:123456789012",
                                       "id": "eu-north-1/i-0abc"}},
                 "context": {"severity": "high", "confidence": 90}}
                """);
        Ran ran = run("policy", "test", "--json", action);
        assertThat(ran.code()).isZero();
        assertThat(ran.json().path("decision").asString()).isIn("approval", "forbid");
        assertThat(ran.json().path("explanation").asString()).isNotBlank();
        Ran bad = run("policy", "test", write("bad.json", "{\"principal\": 7}"));
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err()).contains("bad.json", "principal");
    }

    @Test
    void verifying_something_that_is_no_bundle_fails_and_says_so() {
        assertThat(run("ledger", "verify", directory.toString()))
                .returns(1, Ran::code)
                .extracting(Ran::out)
                .asString()
                .contains("missing");
        assertThat(run("evidence", "verify", directory.toString()).out()).contains("manifest.json");
        assertThat(run("ledger", "verify", directory + "/absent").code()).isEqualTo(3);
    }

    @Test
    void wrong_usage_ends_with_2() {
        assertThat(run("detect").code()).isEqualTo(2);
        assertThat(run("no-such-noun").code()).isEqualTo(2);
        assertThat(run("help").out())
                .contains("build (builds now)", "approval", "detect")
                .doesNotContain("rehearse");
    }

    @Test
    void without_a_platform_a_server_command_says_how_to_start_one() {
        Ran ran = run("status", "--data-dir", directory.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("acso up --data-dir");
    }
}
