package io.acso.core.detection;

import static io.acso.core.detection.Pipelines.failure;
import static io.acso.core.detection.Pipelines.item;
import static io.acso.core.detection.Pipelines.of;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Transformations of values. */
class ValuePipelinesTest {

    private static final String UNIX = of("type: replace_string\nregex: '\\\\'\nreplacement: '/'");

    @Test
    void texts_are_replaced_wildcards_of_modifiers_included() {
        assertThat(item(UNIX, "a", "'x\\y'", "{\"a\":\"x/y\"}")).isTrue();
        assertThat(item(UNIX, "a|endswith", "'\\y'", "{\"a\":\"x/y\"}")).isTrue();
        String anchored = of("type: replace_string\nregex: '^\\*/([a-z]+)$'\nreplacement: '\\1'");
        assertThat(item(anchored, "a|endswith", "/sh", "{\"a\":\"sh\"}")).isTrue();
        assertThat(item(anchored, "a|endswith", "/sh", "{\"a\":\"bin/sh\"}")).isFalse();
        assertThat(item(anchored, "a|contains", "/sh", "{\"a\":\"bin/sh1\"}")).isTrue();
    }

    @Test
    void a_replacement_can_leave_wildcards_alone_or_make_some() {
        String parts = of("type: replace_string\nregex: '[*?]|b'\nreplacement: 'B*'\nskip_special: true");
        assertThat(item(parts, "a|cased", "'?b?'", "{\"a\":\"1B*2\"}")).isTrue();
        assertThat(item(parts, "a|cased", "'?b?'", "{\"a\":\"1Bxx2\"}")).isFalse();
        String made =
                of("type: replace_string\nregex: b\nreplacement: 'B*'\nskip_special: true\ninterpret_special: true");
        assertThat(item(made, "a|cased", "'?b?'", "{\"a\":\"1Bxx2\"}")).isTrue();
    }

    @Test
    void backslashes_and_escaped_wildcards_survive_a_replacement() {
        String pipeline = of("type: replace_string\nregex: zzz\nreplacement: y");
        for (String value : new String[] {"C:\\zzz\\\\*", "\\\\\\\\srv\\zzz", "\\*zzz\\?", "zzz\\\\\\*"}) {
            String kept = value.replace("zzz", "y");
            String event = "{\"a\":\"" + kept.replace("\\\\", "\\").replace("\\*", "*") + "\"}";
            assertThat(Pipelines.item(pipeline, "a", "'" + value + "'", event.replace("\\", "\\\\")))
                    .as(value)
                    .isEqualTo(Rules.item("a", "'" + kept + "'", event.replace("\\", "\\\\")));
        }
    }

    @Test
    void encoded_values_and_expressions_are_left_alone() {
        String pipeline = of("type: replace_string\nregex: a\nreplacement: b");
        assertThat(item(pipeline, "f|base64", "aaa", "{\"f\":\"YWFh\"}")).isTrue();
        assertThat(item(pipeline, "f|re", "^a$", "{\"f\":\"a\"}")).isTrue();
    }

    @Test
    void a_value_is_mapped_to_one_or_several() {
        String pipeline = of("type: map_string\nmapping: {High: [S-1, high], Low: S-2}");
        assertThat(item(pipeline, "a", "[High, Low]", "{\"a\":\"S-1\"}")).isTrue();
        assertThat(item(pipeline, "a", "[High, Low]", "{\"a\":\"S-2\"}")).isTrue();
        assertThat(item(pipeline, "a", "Low", "{\"a\":\"Low\"}")).isFalse();
        assertThat(item(pipeline, "a|contains", "Low", "{\"a\":\"xLowx\"}")).isTrue();
    }

    @Test
    void values_are_set_and_change_their_type() {
        assertThat(item(of("type: set_value\nvalue: 7"), "a|contains", "x", "{\"a\":7.0}"))
                .isTrue();
        assertThat(item(of("type: set_value\nvalue: 7\nforce_type: str"), "a", "x", "{\"a\":\"7.0\"}"))
                .isFalse();
        assertThat(item(of("type: set_value"), "a", "x", "{}")).isTrue();
        assertThat(item(of("type: convert_type\ntarget_type: num"), "a", "'7'", "{\"a\":7.0}"))
                .isTrue();
        assertThat(item(of("type: convert_type\ntarget_type: str"), "a", "7", "{\"a\":\"7.0\"}"))
                .isFalse();
        assertThat(failure(of("type: convert_type\ntarget_type: num"), "a", "x"))
                .startsWith("6: 'x' is no number");
    }

    @Test
    void case_is_changed_between_wildcards() {
        assertThat(item(of("type: case\nmethod: upper"), "a|cased|contains", "'a?b'", "{\"a\":\"xAxB\"}"))
                .isTrue();
        assertThat(item(of("type: case"), "a|cased", "AB", "{\"a\":\"ab\"}")).isTrue();
        assertThat(item(of("type: case\nmethod: snake_case"), "a|cased", "GetItem", "{\"a\":\"get_item\"}"))
                .isTrue();
    }

    @Test
    void a_text_as_an_expression_means_the_same() {
        String plain = of("type: regex\nmethod: plain");
        String ignoring = of("type: regex");
        String event = "{\"a\":\"C:\\\\x.EXE\"}";
        assertThat(item(ignoring, "a|endswith", "'.exe'", event)).isTrue();
        assertThat(item(plain, "a|endswith", "'.exe'", event)).isFalse();
        assertThat(item(plain, "a", "'C:\\?.E*'", event)).isFalse();
        assertThat(item(plain, "a", "'C:\\\\?.E*'", event)).isTrue();
        assertThat(item(ignoring, "a", "[1, x]", "{\"a\":1}")).isTrue();
        assertThat(item(ignoring, "a|neq", "[1, x]", "{\"a\":\"X\"}")).isFalse();
    }

    @Test
    void hashes_go_to_a_field_for_each_algorithm() {
        String pipeline = of("type: hashes_fields\nvalid_hash_algos: [MD5, SHA1]\nfield_prefix: File");
        String md5 = "0123456789abcdef0123456789abcdef";
        assertThat(item(pipeline, "Hashes|contains", "[MD5=" + md5 + ", SHA1=ff]", "{\"FileMD5\":\"" + md5 + "\"}"))
                .isTrue();
        assertThat(item(pipeline, "Hashes", md5, "{\"FileMD5\":\"" + md5 + "\"}"))
                .isTrue();
        assertThat(failure(pipeline, "Hashes", "IMPHASH=1")).contains("no hash of [MD5, SHA1]");
    }

    @Test
    void named_groups_become_fields() {
        String pipeline = of("""
                type: extract_fields
                regex: '(?P<key>.*)\\\\(?P<name>[^\\\\]+)$'
                field_prefix: reg
                """);
        String event = "{\"reg\":{\"key\":\"HKLM\\\\Run\",\"name\":\"x\"}}";
        assertThat(item(pipeline, "T|endswith", "'\\Run\\x'", event)).isTrue();
        assertThat(item(pipeline, "T|contains", "'\\Run\\'", event)).isTrue();
        assertThat(item(pipeline, "T|endswith", "'\\Run\\y'", event)).isFalse();
    }

    @Test
    void placeholders_are_filled() {
        String vars = "vars: {admins: [bo, 'al%'], n: 5}\n";
        String filled = vars + of("type: value_placeholders\ninclude: [admins]", "type: wildcard_placeholders");
        assertThat(item(filled, "a|expand", "'%admins%'", "{\"a\":\"al%\"}")).isTrue();
        assertThat(item(filled, "a|expand", "'%admins%'", "{\"a\":\"alx\"}")).isFalse();
        assertThat(item(filled, "a|expand", "'x%other%'", "{\"a\":\"xyz\"}")).isTrue();
        assertThat(item(filled, "a|re|expand", "'^%other%z$'", "{\"a\":\"xyz\"}"))
                .isTrue();
        assertThat(item(filled, "a|expand", "'\\%%admins%'", "{\"a\":\"%bo\"}")).isTrue();
        assertThat(item(vars + "transformations: []", "a|expand", "'%n%'", "{\"a\":\"5\"}"))
                .isTrue();
        assertThat(failure(of("type: value_placeholders"), "a|expand", "'%no%'"))
                .contains("add it to the pipeline's 'vars'");
    }
}
