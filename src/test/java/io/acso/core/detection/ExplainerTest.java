package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.detection.Explanation.Answered;
import io.acso.core.detection.Explanation.OtherLogSource;
import io.acso.core.detection.Reason.Presence;
import io.acso.domain.event.LogSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person is told about a rule and an event. */
class ExplainerTest {

    private static final LogSource PROCESS = LogSource.of("process_creation", "windows", "sysmon");
    private static final String RULE = """
            title: t
            id: r
            logsource: {category: process_creation, product: windows}
            detection:
              selection_img:
                - Image|endswith: ['\\cmd.exe', '\\powershell.exe']
                - OriginalFileName: Cmd.Exe
              selection_cli:
                CommandLine|contains|all: ['/c', 'whoami']
                ParentImage: null
              filter_admin:
                User|contains: admin
              keywords: [needle]
              condition: all of selection_* and not 1 of filter_* or keywords
            """;

    private static Explanation explain(String rule, LogSource source, String event) {
        RuleSet rules = RuleSet.compile(Map.of("r.yml", rule));
        assertThat(rules.failures()).isEmpty();
        EventView view = EventView.of(source, event);
        Explanation explanation = rules.explain(view, "r");
        assertThat(explanation.matches()).isEqualTo(!rules.match(view).isEmpty());
        return explanation;
    }

    private static List<Reason.Decisive> decisive(String event) {
        return ((Answered) explain(RULE, PROCESS, event)).decisive();
    }

    @Test
    void a_match_shows_the_fields_and_values_that_made_it() {
        var decisive =
                decisive("{'Image':'C:\\\\cmd.exe','CommandLine':'cmd /c whoami','User':'eve'}".replace('\'', '"'));
        assertThat(decisive)
                .extracting(found -> found.check().item())
                .containsExactly("Image|endswith", "CommandLine|contains|all", "ParentImage");
        assertThat(decisive.getFirst().check())
                .returns(List.of("C:\\cmd.exe"), Reason.Check::had)
                .returns(List.of("\\cmd.exe", "\\powershell.exe"), Reason.Check::expected)
                .returns(6, Reason.Check::line);
        assertThat(decisive.getFirst().way()).containsExactly("selection_img");
        assertThat(decisive.getLast().check().presence()).isEqualTo(Presence.ABSENT);
    }

    @Test
    void of_a_near_miss_the_first_condition_that_failed_is_shown() {
        var decisive = decisive("{\"Image\":\"C:\\\\cmd.exe\",\"CommandLine\":\"cmd /c dir\"}");
        assertThat(decisive).singleElement().satisfies(found -> {
            assertThat(found.way()).containsExactly("nearest of 2", "selection_cli");
            assertThat(found.check().item()).isEqualTo("CommandLine|contains|all");
            assertThat(found.check().had()).containsExactly("cmd /c dir");
            assertThat(found.check().holds()).isFalse();
        });
    }

    @Test
    void a_filter_that_holds_is_shown_as_what_should_not() {
        var decisive = decisive("{\"Image\":\"C:\\\\cmd.exe\",\"CommandLine\":\"cmd /c whoami\",\"User\":\"admin1\"}");
        assertThat(decisive).singleElement().satisfies(found -> {
            assertThat(found.way()).containsExactly("nearest of 2", "not", "filter_admin");
            assertThat(found.check().holds()).isTrue();
            assertThat(found.check().had()).containsExactly("admin1");
        });
    }

    @Test
    void absent_and_null_are_told_apart() {
        String rule = "title: t\nid: r\nlogsource: {product: windows}\ndetection: {s: {A: x}, condition: s}";
        assertThat(((Answered) explain(rule, PROCESS, "{\"A\":null}")).decisive())
                .singleElement()
                .returns(Presence.NULL, found -> found.check().presence());
        assertThat(((Answered) explain(rule, PROCESS, "{}")).decisive())
                .singleElement()
                .returns(Presence.ABSENT, found -> found.check().presence());
    }

    @Test
    void keywords_show_where_they_were_found() {
        assertThat(decisive("{\"a\":{\"b\":\"a needle here\"}}"))
                .singleElement()
                .satisfies(found -> assertThat(found.check().had()).containsExactly("a needle here"));
    }

    @Test
    void a_reference_shows_the_other_field() {
        String rule = "title: t\nid: r\nlogsource: {product: windows}\ndetection: {s: {A|fieldref: B}, condition: s}";
        assertThat(((Answered) explain(rule, PROCESS, "{\"A\":\"x\",\"B\":\"y\"}")).decisive())
                .singleElement()
                .satisfies(found -> assertThat(found.check().expected()).containsExactly("B (here [y])"));
    }

    @Test
    void another_log_source_is_the_explanation() {
        Explanation explanation = explain(RULE, LogSource.of(null, "aws", "cloudtrail"), "{}");
        assertThat(explanation).isInstanceOfSatisfying(OtherLogSource.class, other -> {
            assertThat(other.wanted()).contains(LogSource.of("process_creation", "windows", null));
            assertThat(other.had().service()).isEqualTo("cloudtrail");
        });
    }

    @Test
    void a_filter_document_is_part_of_the_explanation() {
        String filter = """
                title: f
                logsource: {product: windows, category: process_creation}
                filter:
                  rules: [r]
                  selection: {User: bob}
                  condition: not selection
                """;
        RuleSet rules = RuleSet.compile(Map.of("r.yml", RULE, "f.yml", filter));
        EventView event = EventView.of(PROCESS, "{\"x\":\"needle\",\"User\":\"bob\"}");
        assertThat(rules.match(event)).isEmpty();
        assertThat(((Answered) rules.explain(event, "r")).decisive())
                .singleElement()
                .satisfies(found -> assertThat(found.way()).containsExactly("not", "selection"));
    }

    @Test
    void an_unknown_rule_is_refused() {
        RuleSet rules = RuleSet.compile(Map.of("r.yml", RULE));
        assertThatThrownBy(() -> rules.explainer("other")).isInstanceOf(IllegalArgumentException.class);
    }
}
