package io.acso.core.detection;

import static io.acso.core.detection.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sigma filters. */
class RuleFilterTest {

    private static final String RULE = "id: one\nname: first\n" + rule("selection: {a: 1}\ncondition: selection");
    private static final String OTHER = "id: two\n" + rule("selection: {a: 1}\ncondition: selection");

    @Test
    void a_filter_has_to_hold_beside_the_rules_that_it_names() {
        RuleSet set = compile(filter("[one]", "test", "selection: {user: eve}\ncondition: not selection"));

        assertThat(set.failures()).isEmpty();
        assertThat(ids(set, "{\"a\":1,\"user\":\"eve\"}")).containsExactly("two");
        assertThat(ids(set, "{\"a\":1,\"user\":\"bo\"}")).containsExactly("one", "two");
        assertThat(set.rules()).hasSize(2);
    }

    @Test
    void rules_are_named_by_id_or_name_or_all_of_a_log_source() {
        String detection = "selection: {user: eve}\ncondition: not selection";
        String event = "{\"a\":1,\"user\":\"eve\"}";
        assertThat(ids(compile(filter("[first, two]", "test", detection)), event))
                .isEmpty();
        assertThat(ids(compile(filter("first", "test", detection)), event)).containsExactly("two");
        assertThat(ids(compile(filter("any", "test", detection)), event)).isEmpty();
        assertThat(ids(compile(filter("any", "other", detection)), event)).hasSize(2);
        assertThat(ids(compile(filter("[one]", "other", detection)), event)).hasSize(2);
    }

    @Test
    void its_searches_are_its_own() {
        String detection = "selection: {b: 1}\n_x: {c: 1}\ncondition: not 1 of them";
        RuleSet set = compile(filter("any", "test", detection));

        assertThat(ids(set, "{\"a\":1,\"c\":1}")).hasSize(2);
        assertThat(ids(set, "{\"a\":1,\"b\":1}")).isEmpty();
    }

    @Test
    void several_filters_all_have_to_hold() {
        RuleSet set = compile(
                filter("any", "test", "selection: {u: 1}\ncondition: not selection"),
                filter("any", "test", "selection: {v: 1}\ncondition: not selection"));

        assertThat(ids(set, "{\"a\":1,\"u\":1}")).isEmpty();
        assertThat(ids(set, "{\"a\":1,\"v\":1}")).isEmpty();
        assertThat(ids(set, "{\"a\":1}")).hasSize(2);
    }

    @Test
    void pipelines_change_filters_too() {
        Map<String, String> files = Map.of(
                "r.yml", RULE, "f.yml", filter("any", "test", "selection: {user: eve}\ncondition: not selection"));
        Pipeline pipeline = Pipelines.read(Pipelines.of("type: field_name_mapping\nmapping: {user: u}"));
        RuleSet set = RuleSet.compile(RuleSources.of(files).withPipelines(List.of(pipeline)));

        assertThat(ids(set, "{\"a\":1,\"u\":\"eve\"}")).isEmpty();
    }

    @Test
    void what_is_wrong_is_named_with_its_line() {
        String detection = "selection: {user: eve}\ncondition: not selection";
        RuleSet set = compile(filter("[one, none]", "test", detection));
        assertThat(set.failures())
                .containsExactly(new RuleFailure(
                        "f0.yml", 5, "there is no rule [none]: give its id or name, and load it with this filter"));
        assertThat(ids(set, "{\"a\":1,\"user\":\"eve\"}")).containsExactly("two");
        assertThat(Rules.failure("filter: {rules: any}")).contains("a filter needs a 'title'");
        assertThat(Rules.failure("title: T\nfilter: any")).contains("'filter' takes a map");
        assertThat(Rules.failure("title: T\nfilter: {a: 1}")).contains("a filter names its rules");
        assertThat(Rules.failure(filter("{a: 1}", "test", detection))).contains("'rules' takes any, or a list");
        assertThat(Rules.failure(filter("any", "test", "condition: a"))).contains("a filter needs a search");
        assertThat(Rules.failure(filter("any", "test", "a: {b: 1}"))).contains("no 'condition'");
        assertThat(Rules.failure("title: T\nfilter: {rules: any, s: {a: 1}, condition: s}"))
                .contains("'logsource'");
    }

    private static String filter(String rules, String category, String detection) {
        return "title: F\nlogsource:\n    category: " + category + "\nfilter:\n    rules: " + rules + "\n"
                + detection.indent(4);
    }

    private static RuleSet compile(String... filters) {
        Map<String, String> files = new TreeMap<>(Map.of("r1.yml", RULE, "r2.yml", OTHER));
        for (int i = 0; i < filters.length; i++) {
            files.put("f" + i + ".yml", filters[i]);
        }
        return RuleSet.compile(files);
    }

    private static List<String> ids(RuleSet set, String event) {
        return set.match(EventView.of(Rules.SOURCE, event)).stream()
                .map(match -> match.rule().id())
                .toList();
    }
}
