package io.acso.core.detection;

import static io.acso.core.detection.Rules.failure;
import static io.acso.core.detection.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The attributes of a rule that do not decide about matches. */
class RuleDetailsTest {

    private static final String RULE = rule("s: {a: 1}\ncondition: s");

    @Test
    void every_attribute_of_the_specification_is_read() {
        RuleDetails details = details("""
                name: a_name
                taxonomy: own
                license: Apache-2.0
                date: 2024-01-31
                modified: 2024-02-01
                related:
                    - {id: x, type: derived}
                scope: [server]
                custom: 7
                nested: {more: [1]}
                """);

        assertThat(details.name()).isEqualTo("a_name");
        assertThat(details.taxonomy()).isEqualTo("own");
        assertThat(details.license()).isEqualTo("Apache-2.0");
        assertThat(details.date()).isEqualTo("2024-01-31");
        assertThat(details.modified()).isEqualTo("2024-02-01");
        assertThat(details.related()).containsExactly(new RuleDetails.Related("x", "derived"));
        assertThat(details.scope()).containsExactly("server");
        assertThat(details.custom()).isEqualTo(Map.of("custom", "7"));
        assertThat(details("").taxonomy()).isEqualTo("sigma");
    }

    @Test
    void wrong_types_are_refused_with_their_line() {
        assertThat(failure("name: [x]\n" + RULE)).startsWith("1: 'name' takes one value");
        assertThat(failure("level: low\nscope: {a: 1}\n" + RULE)).startsWith("2: 'scope' takes a list");
        assertThat(failure("related: [x]\n" + RULE)).startsWith("1: 'related' takes a list of maps");
        assertThat(failure("related:\n  - id: x\n    type: other\n" + RULE)).startsWith("2: 'related' takes");
        assertThat(failure("tags: [[x]]\n" + RULE)).startsWith("1: 'tags' takes a list of plain values");
        assertThat(failure("fields: {x: y}\n" + RULE)).startsWith("1: 'fields' takes a list");
        assertThat(failure("license: {x: y}\n" + RULE)).startsWith("1: 'license' takes one value");
    }

    private static RuleDetails details(String attributes) {
        RuleSet set = RuleSet.compile(Map.of("r.yml", attributes + RULE));
        assertThat(set.failures()).isEmpty();
        return set.rules().getFirst().details();
    }
}
