package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a pipeline renames means the same on events that were renamed too. */
class RenamedFieldsProperties {

    private static final String PREFIXED = Pipelines.of("type: field_name_prefix\nprefix: x_");
    private static final String NOTHING_NEW =
            Pipelines.of("type: replace_string\nregex: '(.)'\nreplacement: '\\1'", "type: case\nmethod: lower");

    record Asked(String detection, String plain, String renamed) {}

    @Property(tries = 300)
    void a_renamed_rule_matches_renamed_events(@ForAll("asked") Asked asked) {
        assertThat(Pipelines.matches(PREFIXED, asked.detection(), asked.renamed()))
                .isEqualTo(Rules.matches(asked.detection(), asked.plain()));
    }

    @Property(tries = 300)
    void values_that_come_out_the_same_match_the_same(@ForAll("asked") Asked asked) {
        assertThat(Pipelines.matches(NOTHING_NEW, asked.detection(), asked.plain()))
                .isEqualTo(Rules.matches(asked.detection(), asked.plain()));
    }

    @Provide
    Arbitrary<Asked> asked() {
        Arbitrary<String> keys = Arbitraries.of(
                "a", "b", "a|contains", "a|startswith", "b|endswith", "a|neq", "a|contains|all", "a|windash|contains");
        Arbitrary<String> values =
                Arbitraries.strings().withChars("xy\\\\*?-").ofMinLength(1).ofMaxLength(4);
        Arbitrary<String> texts = Arbitraries.strings().withChars("xXy*-").ofMaxLength(4);
        Arbitrary<String> conditions = Arbitraries.of("s", "not s", "s or k", "s and k", "1 of *");
        return Combinators.combine(keys, values, values, keys, texts, texts, conditions)
                .as((key, one, two, other, a, b, condition) -> new Asked(
                        "s:\n    " + key + ": ['" + one + "', '" + two + "']\nk:\n    - " + other + ": '" + one
                                + "'\ncondition: " + condition,
                        "{\"a\":\"" + a + "\",\"b\":\"" + b + "\"}",
                        "{\"x_a\":\"" + a + "\",\"x_b\":\"" + b + "\"}"));
    }
}
