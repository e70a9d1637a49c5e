package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.edge.cli.CommandLineTest.Ran;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code acso rules test}. */
class RulesTestCommandTest {

    private static final String INFO = """
            rule_metadata:
                - id: rule-1
                  title: t
            regression_tests_info:
                - name: Positive
                  type: evtx
                  path: regression_data/rules/a/rule-1.evtx
            """;
    private static final String EVENT = "{\"Channel\":\"Security\",\"EventID\":4625,\"Computer\":\"h\"}\n";

    @TempDir
    Path directory;

    private Path cases;

    @BeforeEach
    void rule() throws IOException {
        Files.writeString(
                directory.resolve("rule.yml"),
                "title: t\nid: rule-1\nlogsource: {product: windows}\ndetection: {s: {EventID: 4625}, condition: s}");
        cases = Files.createDirectories(directory.resolve("cases/a"));
    }

    private Ran test() {
        return CommandLineTest.run(
                "rules",
                "test",
                "--json",
                "--rules",
                directory.resolve("rule.yml").toString(),
                "--cases",
                directory.resolve("cases").toString());
    }

    private String reason() {
        Ran ran = test();
        assertThat(ran.code()).isEqualTo(1);
        JsonNode failed = ran.json().at("/failed/0");
        assertThat(failed.path("case").asString()).startsWith("a/info.yml");
        return failed.path("reason").asString();
    }

    @Test
    void a_case_passes_when_its_rule_fires_often_enough() throws IOException {
        Files.writeString(cases.resolve("info.yml"), INFO + "      match_count: 2\n");
        Files.writeString(cases.resolve("rule-1.json"), EVENT + EVENT);
        assertThat(test())
                .returns(0, Ran::code)
                .returns(
                        "{\"cases\":1,\"passed\":1,\"failed\":[]}",
                        ran -> ran.out().strip());
        Files.writeString(cases.resolve("rule-1.json"), EVENT);
        assertThat(reason()).contains("rule-1 fired 1 times, expected at least 2, in 1 events");
    }

    @Test
    void a_count_of_zero_means_that_the_rule_must_not_fire() throws IOException {
        Files.writeString(cases.resolve("info.yml"), INFO + "      match_count: 0\n");
        Files.writeString(cases.resolve("rule-1.json"), EVENT);
        assertThat(reason()).contains("expected none");
    }

    @Test
    void a_case_whose_events_are_not_text_says_so() throws IOException {
        Files.writeString(cases.resolve("info.yml"), INFO);
        assertThat(reason()).contains("no events");
        Files.writeString(cases.resolve("rule-1.evtx"), "ElfFile");
        assertThat(reason()).contains("only as rule-1.evtx");
    }

    @Test
    void a_missing_rule_and_a_broken_case_are_failures() throws IOException {
        Files.writeString(cases.resolve("info.yml"), INFO.replace("rule-1", "rule-2"));
        Files.writeString(cases.resolve("rule-2.json"), EVENT);
        assertThat(reason()).contains("no rule with the id rule-2");
        Files.writeString(cases.resolve("info.yml"), "rule_metadata: [");
        assertThat(reason()).contains("not YAML");
    }

    @Test
    void every_case_of_sigmahq_passes() {
        Path sigma = RealData.path("sigma/regression_data").getParent();
        Ran ran = CommandLineTest.run(
                "rules",
                "test",
                "--json",
                "--rules",
                sigma.resolve("rules").toString(),
                "--rules",
                sigma.resolve("rules-emerging-threats").toString(),
                "--rules",
                sigma.resolve("rules-threat-hunting").toString(),
                "--cases",
                sigma.resolve("regression_data").toString());
        assertThat(ran.json().path("failed").toString()).isEqualTo("[]");
        assertThat(ran.json().path("passed").asInt()).isGreaterThan(100);
    }
}
