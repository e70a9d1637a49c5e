package io.acso.core.detection;

import static io.acso.core.detection.Pipelines.failure;
import static io.acso.core.detection.Pipelines.item;
import static io.acso.core.detection.Pipelines.of;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Transformations of the names of fields. */
class FieldPipelinesTest {

    @Test
    void a_field_gets_another_name() {
        String pipeline = of("type: field_name_mapping\nmapping: {a: b.c}");
        assertThat(item(pipeline, "a", "x", "{\"b\":{\"c\":\"x\"}}")).isTrue();
        assertThat(item(pipeline, "a|contains", "x", "{\"b\":{\"c\":\"axa\"}}")).isTrue();
        assertThat(item(pipeline, "a", "x", "{\"a\":\"x\"}")).isFalse();
        assertThat(item(pipeline, "d", "x", "{\"d\":\"x\"}")).isTrue();
    }

    @Test
    void of_several_names_one_has_to_hold() {
        String pipeline = of("type: field_name_mapping\nmapping: {a: [b, c]}");
        assertThat(item(pipeline, "a", "x", "{\"b\":\"x\"}")).isTrue();
        assertThat(item(pipeline, "a", "x", "{\"c\":\"x\"}")).isTrue();
        assertThat(item(pipeline, "a|contains|all", "[x, y]", "{\"b\":\"x\",\"c\":\"y\"}"))
                .isFalse();
    }

    @Test
    void what_must_be_absent_must_be_absent_under_each_name() {
        String pipeline = of("type: field_name_mapping\nmapping: {a: [b, c]}");
        assertThat(item(pipeline, "a|neq", "x", "{\"b\":\"x\",\"c\":\"y\"}")).isFalse();
        assertThat(item(pipeline, "a|exists", "false", "{\"b\":1}")).isFalse();
        assertThat(item(pipeline, "a|exists", "true", "{\"b\":1}")).isTrue();
        assertThat(item(pipeline, "a", "null", "{\"b\":1}")).isFalse();
        assertThat(item(pipeline, "a", "null", "{\"d\":1}")).isTrue();
    }

    @Test
    void references_to_fields_are_mapped_on_both_sides() {
        String pipeline = of("type: field_name_mapping\nmapping: {a: b, c: d}");
        assertThat(item(pipeline, "a|fieldref", "c", "{\"b\":\"x\",\"d\":\"x\"}"))
                .isTrue();
        assertThat(item(pipeline, "a|fieldref", "c", "{\"b\":\"x\",\"c\":\"x\"}"))
                .isFalse();
    }

    @Test
    void keywords_can_be_bound_to_a_field() {
        String pipeline = of("type: field_name_mapping\nmapping: {null: message}");
        String detection = "k: [boo]\ncondition: k";
        assertThat(Pipelines.matches(pipeline, detection, "{\"message\":\"a boo b\"}"))
                .isTrue();
        assertThat(Pipelines.matches(pipeline, detection, "{\"other\":\"a boo b\"}"))
                .isFalse();
    }

    @Test
    void prefixes_and_suffixes_are_put_before_and_behind() {
        assertThat(item(of("type: field_name_prefix\nprefix: win."), "a", "x", "{\"win\":{\"a\":\"x\"}}"))
                .isTrue();
        assertThat(item(of("type: field_name_suffix\nsuffix: .keyword"), "a", "x", "{\"a.keyword\":\"x\"}"))
                .isTrue();
        String mapped = of("type: field_name_prefix_mapping\nmapping: {old.: [new., newer.]}");
        assertThat(item(mapped, "old.a", "x", "{\"newer.a\":\"x\"}")).isTrue();
        assertThat(item(mapped, "older.a", "x", "{\"older.a\":\"x\"}")).isTrue();
    }

    @Test
    void names_can_be_spelled_another_way() {
        String snake = of("type: field_name_transform\ntransform_func: snake_case\nmapping: {PID: pid}");
        assertThat(item(snake, "CommandLine", "x", "{\"command_line\":\"x\"}")).isTrue();
        assertThat(item(snake, "PID", "1", "{\"pid\":1}")).isTrue();
        assertThat(item(of("type: field_name_transform"), "AbC", "x", "{\"abc\":\"x\"}"))
                .isTrue();
    }

    @Test
    void conditions_on_names_restrict_the_mapping() {
        String only = of("""
                type: field_name_prefix
                prefix: win.
                field_name_conditions:
                  - {type: include_fields, fields: ['A.*'], mode: re}
                """);
        assertThat(item(only, "Ab", "x", "{\"win.Ab\":\"x\"}")).isTrue();
        assertThat(item(only, "bA", "x", "{\"bA\":\"x\"}")).isTrue();
        String except = of("""
                type: field_name_suffix
                suffix: '2'
                field_name_conditions:
                  - {type: exclude_fields, fields: [a]}
                """);
        assertThat(item(except, "a", "x", "{\"a\":\"x\"}")).isTrue();
        assertThat(item(except, "b", "x", "{\"b2\":\"x\"}")).isTrue();
    }

    @Test
    void a_later_step_can_tell_which_fields_were_mapped() {
        String pipeline = of("id: one\ntype: field_name_mapping\nmapping: {a: b}", """
                type: field_name_prefix
                prefix: x.
                field_name_cond_not: true
                field_name_conditions:
                  - {type: processing_item_applied, processing_item_id: one}
                """);
        assertThat(item(pipeline, "a", "v", "{\"b\":\"v\"}")).isTrue();
        assertThat(item(pipeline, "c", "v", "{\"x.c\":\"v\"}")).isTrue();
    }

    @Test
    void a_rule_with_a_field_that_has_no_mapping_can_be_refused() {
        String pipeline = of("type: field_name_mapping\nmapping: {a: b, c: c}", "type: strict_field_mapping_failure");
        assertThat(item(pipeline, "a", "v", "{\"b\":\"v\"}")).isTrue();
        assertThat(item(pipeline, "c", "v", "{\"c\":\"v\"}")).isTrue();
        assertThat(failure(pipeline, "d", "v")).contains("no mapping for [d]");
    }

    @Test
    void the_fields_for_the_analyst_follow() {
        String rule = "fields: [a, z]\n" + Rules.rule("s: {a: 1}\ncondition: s");
        String mapped = of(
                "type: field_name_mapping\nmapping: {a: [b, c]}",
                "type: add_field\nfield: d",
                "type: remove_field\nfield: [z, none]");
        assertThat(Pipelines.compile(rule, mapped).rules().getFirst().fields()).containsExactly("b", "c", "d");
        assertThat(Pipelines.compile(rule, of("type: set_field\nfields: [q]"))
                        .rules()
                        .getFirst()
                        .fields())
                .containsExactly("q");
    }
}
