package io.acso.core.detection;

import static io.acso.core.detection.Pipelines.compile;
import static io.acso.core.detection.Pipelines.failure;
import static io.acso.core.detection.Pipelines.item;
import static io.acso.core.detection.Pipelines.matches;
import static io.acso.core.detection.Pipelines.of;
import static io.acso.core.detection.Pipelines.read;
import static io.acso.core.detection.Pipelines.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.LogSource;
import org.junit.jupiter.api.Test;

/** Transformations of rules, their conditions, and pipelines as such. */
class RulePipelinesTest {

    private static final String CHANGED = "{\"a\":\"set\"}";

    @Test
    void a_condition_is_added() {
        String pipeline =
                of("type: add_condition\nconditions: {EventID: [1, 2], c|contains: $category}\ntemplate: true");
        assertThat(item(pipeline, "a", "x", "{\"a\":\"x\",\"EventID\":2,\"c\":\"a test\"}"))
                .isTrue();
        assertThat(item(pipeline, "a", "x", "{\"a\":\"x\",\"EventID\":3,\"c\":\"a test\"}"))
                .isFalse();
        String or = "s: {a: x}\nt: {a: y}\ncondition: [s, t]";
        String negated = of("type: add_condition\nname: not_this\nconditions: {b: 1}\nnegated: true");
        assertThat(matches(negated, or, "{\"a\":\"y\"}")).isTrue();
        assertThat(matches(negated, or, "{\"a\":\"y\",\"b\":1}")).isFalse();
    }

    @Test
    void a_log_source_is_changed() {
        RuleSet set = compile(
                Rules.rule("s: {a: 1}\ncondition: s"),
                of("type: change_logsource\nproduct: p\nrule_conditions: [{type: logsource, category: test}]"));
        assertThat(set.rules().getFirst().logSource()).isEqualTo(LogSource.of(null, "p", null));
        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"a\":1}"))).isEmpty();
        assertThat(set.match(EventView.of(LogSource.of("any", "p", null), "{\"a\":1}")))
                .hasSize(1);
    }

    @Test
    void what_is_dropped_is_asked_no_more() {
        String drop = of("type: drop_detection_item\nfield_name_conditions: [{type: include_fields, fields: [b]}]");
        assertThat(matches(drop, "s: {a: x, b: y}\ncondition: s", "{\"a\":\"x\"}"))
                .isTrue();
        assertThat(matches(drop, "s: [{a: x}, {b: y}]\ncondition: s", "{\"b\":\"y\"}"))
                .isFalse();
        assertThat(matches(drop, "s: {a: x}\nf: {b: y}\ncondition: s and not f", "{\"a\":\"x\",\"b\":\"y\"}"))
                .isTrue();
        assertThat(matches(drop, "s: {a: x}\nf_1: {b: y}\ncondition: s and not 1 of f_*", "{\"a\":\"x\"}"))
                .isTrue();
        assertThat(failure(drop, "b", "x")).contains("pipelines left nothing of this rule");
    }

    @Test
    void rules_and_items_can_be_refused() {
        assertThat(failure(of("type: rule_failure\nmessage: no way"), "a", "x"))
                .isEqualTo("1: refused by a pipeline: no way");
        String item = of("""
                type: detection_item_failure
                message: no x
                detection_item_conditions: [{type: match_string, cond: any, pattern: x}]
                """);
        assertThat(failure(item, "a", "xy")).isEqualTo("6: refused by a pipeline: no x");
        assertThat(item(item, "a", "yx", "{\"a\":\"yx\"}")).isTrue();
    }

    @Test
    void conditions_on_rules() {
        assertThat(set("{type: contains_field, field: a}")).isTrue();
        assertThat(set("{type: contains_field, field: b}")).isFalse();
        assertThat(set("{type: contains_detection_item, field: a, value: x}")).isTrue();
        assertThat(set("{type: contains_detection_item, field: a, value: y}")).isFalse();
        assertThat(set("{type: is_sigma_rule}")).isTrue();
        assertThat(set("{type: is_sigma_correlation_rule}")).isFalse();
        assertThat(set("{type: tag, tag: attack.t1000}")).isTrue();
        assertThat(set("{type: tag, tag: attack.t1001}")).isFalse();
        assertThat(set("{type: logsource, category: test, product: p}")).isFalse();
    }

    @Test
    void attributes_are_compared_by_what_they_are() {
        assertThat(set("{type: rule_attribute, attribute: level, op: gte, value: medium}"))
                .isTrue();
        assertThat(set("{type: rule_attribute, attribute: level, op: lt, value: medium}"))
                .isFalse();
        assertThat(set("{type: rule_attribute, attribute: status, op: gt, value: experimental}"))
                .isTrue();
        assertThat(set("{type: rule_attribute, attribute: date, op: lt, value: 2024-02-01}"))
                .isTrue();
        assertThat(set("{type: rule_attribute, attribute: tags, op: in, value: attack.t1000}"))
                .isTrue();
        assertThat(set("{type: rule_attribute, attribute: tags, op: not_in, value: attack.t1000}"))
                .isFalse();
        assertThat(set("{type: rule_attribute, attribute: own, op: lte, value: 10}"))
                .isTrue();
        assertThat(set("{type: rule_attribute, attribute: author, value: eve}")).isTrue();
        assertThat(set("{type: rule_attribute, attribute: none, value: eve}")).isFalse();
    }

    @Test
    void conditions_are_joined_negated_and_named() {
        String yes = "{type: is_sigma_rule}";
        String no = "{type: is_sigma_correlation_rule}";
        assertThat(joined("rule_conditions: [" + yes + ", " + no + "]")).isFalse();
        assertThat(joined("rule_conditions: [" + yes + ", " + no + "]\nrule_cond_op: or"))
                .isTrue();
        assertThat(joined("rule_conditions: [" + no + "]\nrule_cond_not: true")).isTrue();
        String named = "rule_conditions: {y: " + yes + ", n: " + no + "}\nrule_cond_expr: ";
        assertThat(joined(named + "y and not (n or not y)")).isTrue();
        assertThat(joined(named + "n or not y")).isFalse();
    }

    @Test
    void conditions_on_items() {
        assertThat(when("{type: match_string, cond: all, pattern: x.}", "[xa, xb]"))
                .isTrue();
        assertThat(when("{type: match_string, cond: all, pattern: x.}", "[xa, yb]"))
                .isFalse();
        assertThat(when("{type: match_string, cond: any, pattern: x, negate: true}", "[xa]"))
                .isFalse();
        assertThat(when("{type: match_value, cond: any, value: 1}", "[1, x]")).isTrue();
        assertThat(when("{type: match_value, cond: any, value: '1'}", "[1, x]")).isFalse();
        assertThat(when("{type: contains_wildcard, cond: any}", "['x*']")).isTrue();
        assertThat(when("{type: contains_wildcard, cond: any}", "['x\\*']")).isFalse();
        assertThat(when("{type: is_null, cond: all}", "null")).isTrue();
    }

    @Test
    void state_and_applied_steps_are_remembered_for_one_rule() {
        String state = of(
                "type: set_state\nkey: k\nval: 5\nrule_conditions: [{type: contains_field, field: a}]",
                "type: set_value\nvalue: set\nrule_conditions: [{type: processing_state, key: k, op: gt, val: 4}]");
        assertThat(item(state, "a", "x", CHANGED)).isTrue();
        assertThat(item(state, "b", "x", "{\"b\":\"x\"}")).isTrue();
        String applied = of(
                "id: one\ntype: set_value\nvalue: 1",
                "type: set_value\nvalue: set\ndetection_item_conditions:"
                        + " [{type: processing_item_applied, processing_item_id: one}]");
        assertThat(item(applied, "a", "x", CHANGED)).isTrue();
    }

    @Test
    void steps_can_be_nested_and_attributes_set() {
        String nested = of("""
                type: nest
                items:
                  - {type: set_custom_attribute, attribute: mine, value: 1}
                  - type: set_value
                    value: set
                    rule_conditions: [{type: rule_attribute, attribute: mine, value: 1}]
                """);
        assertThat(item(nested, "a", "x", CHANGED)).isTrue();
        assertThat(compile(Rules.rule("s: {a: 1}\ncondition: s"), nested)
                        .rules()
                        .getFirst()
                        .details()
                        .custom())
                .containsEntry("mine", "1");
    }

    @Test
    void pipelines_are_applied_by_priority() {
        String late = "priority: 20\n" + of("type: field_name_mapping\nmapping: {b: c}");
        String early = "priority: 10\n" + of("type: field_name_mapping\nmapping: {a: b}");
        RuleSet set = compile(Rules.rule("s: {a: 1}\ncondition: s"), late, early);
        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"c\":1}"))).hasSize(1);
    }

    @Test
    void what_is_about_queries_is_noted() {
        Pipeline pipeline = read("allowed_backends: [splunk]\npostprocessing: [{type: x}]\nfinalizers: []\nvars: {}\n");
        assertThat(pipeline.notes()).hasSize(3);
        assertThat(pipeline.name()).isEqualTo("p.yml");
    }

    @Test
    void what_is_wrong_is_named_with_its_line() {
        assertThat(unreadable("[]")).startsWith("p.yml:1: a pipeline is one map");
        assertThat(unreadable("name: [")).startsWith("p.yml:1: not YAML");
        assertThat(unreadable("transformation: []")).contains("does not take [transformation]");
        assertThat(unreadable("priority: high")).contains("'priority' takes a whole number");
        assertThat(unreadable(of("id: x"))).startsWith("p.yml:3: a transformation needs a 'type'");
        assertThat(unreadable(of("type: no_such"))).contains("is no type of transformation: use one of [add_condition");
        assertThat(unreadable(of("type: query_expression_placeholders"))).contains("use value_placeholders");
        assertThat(unreadable(of("type: command_placeholders"))).contains("read values from outside");
        assertThat(unreadable(of("type: case\nmethod: loud"))).contains("none of [lower, upper, snake_case]");
        assertThat(unreadable(of("type: case\nmethdo: lower"))).contains("does not take [methdo]");
        assertThat(unreadable(of("type: replace_string\nregex: '(?=x)'\nreplacement: y")))
                .contains("RE2, which knows no look-around");
        assertThat(unreadable(of("type: case\nrule_conditions: [{type: tags}]")))
                .contains("no rule condition");
        assertThat(unreadable(of("type: case\nrule_conditions: {a: {type: is_sigma_rule}}\nrule_cond_expr: b")))
                .contains("the expression names 'b'");
        assertThat(unreadable(of("type: set_custom_attribute\nattribute: level\nvalue: low")))
                .contains("an attribute of your own");
    }

    @Test
    void the_shipped_pipelines_are_read() {
        assertThat(Pipeline.names())
                .allSatisfy(name -> assertThat(Pipeline.named(name)).isNotNull());
        assertThat(Pipeline.named("none")).isNull();
        assertThat(Pipeline.isShipped("pipelines/ocsf.yml")).isTrue();
        assertThat(Pipeline.isShipped("pipelines/own.yml")).isFalse();
    }

    private static boolean set(String ruleCondition) {
        return joined("rule_conditions: [" + ruleCondition + "]");
    }

    private static boolean joined(String conditions) {
        String rule = "tags: [attack.t1000]\nlevel: high\nstatus: test\ndate: 2024-01-31\nown: 9\nauthor: eve\n"
                + Rules.rule("s: {a: x}\ncondition: s");
        RuleSet set = compile(rule, of("type: set_value\nvalue: set\n" + conditions));
        assertThat(set.failures()).isEmpty();
        return !set.match(EventView.of(Rules.SOURCE, CHANGED)).isEmpty();
    }

    private static boolean when(String itemCondition, String values) {
        String pipeline = of("type: set_value\nvalue: set\ndetection_item_conditions: [" + itemCondition + "]");
        return item(pipeline, "a", values, CHANGED);
    }
}
