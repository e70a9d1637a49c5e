package io.acso.edge.cli;

import static io.acso.edge.cli.CommandLineTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import io.acso.edge.cli.CommandLineTest.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code acso detect} with what looks beyond one event, or beyond rules: correlations and indicators. */
class DetectCorrelationsTest {

    private static final String RULES = """
            title: User listed
            name: listed
            id: 11111111-2222-3333-4444-555555555555
            logsource: {product: aws, service: cloudtrail}
            detection:
              selection: {eventName: ListUsers}
              condition: selection
            ---
            title: Users listed often
            id: 22222222-2222-3333-4444-555555555555
            level: high
            correlation:
              type: event_count
              rules: [listed]
              group-by: [userIdentity.userName]
              timespan: 10m
              condition: {gte: 3}
              generate: %s
            """;
    private static final String FILTER = """
            title: Not from there
            logsource: {product: aws, service: cloudtrail}
            filter:
              rules: [listed]
              selection: {sourceIPAddress: 192.0.2.1}
              condition: not selection
            """;

    @TempDir
    Path directory;

    private String rules = "";

    @BeforeEach
    void rules() throws IOException {
        rules = write("rules.yml", RULES.formatted("false"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String event(int minute, String user) {
        return """
                {"eventVersion":"1.08","eventTime":"2026-01-02T03:%02d:05Z","eventSource":"iam.amazonaws.com",\
                "eventName":"ListUsers","awsRegion":"us-east-1","sourceIPAddress":"198.51.100.7","eventID":"e-%1$d-%2$s",\
                "recipientAccountId":"123456789012","userIdentity":{"type":"IAMUser","userName":"%2$s",\
                "accountId":"123456789012","arn":"arn:aws:iam::123456789012:user/%2$s"}}
                """.formatted(minute, user);
    }

    private static List<JsonNode> lines(Ran ran) {
        return ran.out().lines().map(Json::tree).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void a_correlation_over_two_files_out_of_order_is_a_line_of_its_own(String threads) throws IOException {
        String late = write("late.json", event(5, "eve") + event(30, "eve") + event(1, "bob"));
        String early = write("early.json", event(2, "eve") + event(1, "eve"));
        Ran ran = run("detect", "--json", "--threads", threads, "--rules", rules, late, early);

        assertThat(ran.code()).isZero();
        assertThat(lines(ran)).singleElement().satisfies(line -> {
            assertThat(line.path("ruleId").asString()).startsWith("22222222");
            assertThat(line.path("title").asString()).isEqualTo("Users listed often");
            assertThat(line.path("level").asString()).isEqualTo("high");
            assertThat(line.path("file").asString()).isEqualTo(late);
            assertThat(line.path("event").asInt(-1)).isZero();
            assertThat(line.at("/group/0/value").asString()).isEqualTo("eve");
            assertThat(line.path("number").asInt()).isEqualTo(3);
            assertThat(line.path("first").asString()).isEqualTo("2026-01-02T03:01:05Z");
            assertThat(line.path("events"))
                    .extracting(place -> Path.of(place.path("file").asString()).getFileName() + " "
                            + place.path("event").asInt())
                    .containsExactly("early.json 1", "early.json 0", "late.json 0");
        });
    }

    @Test
    void rules_make_lines_too_when_a_correlation_lets_them() throws IOException {
        String loud = write("rules.yml", RULES.formatted("true"));
        String events = write("events.json", event(1, "eve") + event(2, "eve") + event(3, "eve"));
        assertThat(lines(run("detect", "--json", "--rules", loud, events)))
                .extracting(line -> line.path("ruleId").asString().charAt(0))
                .containsExactly('1', '1', '1', '2');
    }

    @Test
    void an_event_that_does_not_say_when_takes_no_part_and_one_that_comes_twice_counts_once() throws IOException {
        String events = write(
                "events.json",
                event(1, "eve")
                        + event(1, "eve")
                        + event(2, "eve")
                        + event(3, "eve").replaceAll("2026-01-02T[0-9:]+Z", "once"));
        Ran ran = run("detect", "--json", "--rules", rules, events);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("1 events that correlations ask for have no readable time");
        assertThat(ran.err()).contains("1 events came again under the same id");
    }

    @Test
    void check_counts_correlations_and_filters() throws IOException {
        write("filter.yml", FILTER);
        JsonNode checked = run("rules", "check", "--json", directory.toString()).json();
        assertThat(checked.path("loaded").asInt()).isEqualTo(2);
        assertThat(checked.path("correlations").asInt()).isOne();
        assertThat(checked.path("filters").asInt()).isOne();
        assertThat(run("rules", "check", directory.toString()).out())
                .isEqualToIgnoringNewLines("2 loaded, 1 of them correlations, with 1 filters, 0 failed");
    }

    @Test
    void a_correlation_cannot_be_explained_and_what_can_is_named() throws IOException {
        String events = write("events.json", event(1, "eve"));
        assertThat(run("detect", "--rules", rules, "--explain", "users listed often", events))
                .returns(3, Ran::code)
                .extracting(Ran::err)
                .asString()
                .contains("is a correlation rule", "11111111-2222-3333-4444-555555555555");
        assertThat(run("rules", "tune", "--json", "--rules", rules, events).err())
                .contains("1 correlation rules are not ranked");
    }

    @Test
    void indicators_are_looked_up_at_the_time_of_the_event() throws IOException {
        List<String> feeds = new ArrayList<>();
        feeds.add(write("valid.txt", "#! confidence: 80\n198.51.100.0/24\n"));
        feeds.add(write("over.txt", "#! valid-until: 2026-01-01\n198.51.100.7\n"));
        String events = write("events.json", event(1, "eve"));
        Ran ran = run("detect", "--json", "--indicators", feeds.getFirst(), "--indicators", feeds.getLast(), events);
        assertThat(lines(ran)).singleElement().satisfies(line -> {
            assertThat(line.path("value").asString()).isEqualTo("198.51.100.0/24");
            assertThat(line.path("observed").asString()).isEqualTo("198.51.100.7");
            assertThat(line.path("field").asString()).isEqualTo("sourceIPAddress");
            assertThat(line.path("source").asString()).isEqualTo("valid");
            assertThat(line.path("confidence").asInt()).isEqualTo(80);
            assertThat(line.path("level").asString()).isEqualTo("high");
            assertThat(line.path("event").asInt(-1)).isZero();
            assertThat(line.has("indicator")).isTrue();
        });
        assertThat(run("detect", "--rules", rules, "--indicators", feeds.getFirst(), "--stats", events)
                        .err())
                .contains("1 rules, 1 correlations, 1 indicators, 1 matches");
    }

    @Test
    void rules_or_indicators_are_needed() throws IOException {
        assertThat(run("detect", write("events.json", event(1, "eve"))))
                .returns(2, Ran::code)
                .extracting(Ran::err)
                .asString()
                .contains("--rules", "--indicators");
    }
}
