package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of several documents that share parts. */
class RuleCollectionTest {

    private static final String GLOBAL = """
            action: global
            title: Common
            id: common
            level: high
            detection:
                selection: {a: 1}
                condition: selection
            """;

    @Test
    void a_global_part_is_shared_until_it_is_reset() {
        RuleSet set = RuleSet.compile(Map.of("r.yml", GLOBAL + """
                ---
                logsource: {product: p}
                ---
                logsource: {product: q}
                level: low
                detection:
                    selection: {b: 1}
                ---
                action: reset
                ---
                title: Alone
                logsource: {product: r}
                detection:
                    s: {c: 1}
                    condition: s
                """));

        assertThat(set.failures()).isEmpty();
        assertThat(set.rules()).extracting(SigmaRule::title).containsExactly("Common", "Common", "Alone");
        assertThat(set.rules())
                .extracting(SigmaRule::id)
                .doesNotHaveDuplicates()
                .startsWith("common");
        assertThat(set.rules()).extracting(rule -> rule.level().name()).containsExactly("HIGH", "LOW", "MEDIUM");
        assertThat(set.match(event("p", "{\"a\":1}"))).hasSize(1);
        assertThat(set.match(event("q", "{\"a\":1}"))).isEmpty();
        assertThat(set.match(event("q", "{\"a\":1,\"b\":1}"))).hasSize(1);
    }

    @Test
    void a_repetition_changes_the_rule_before() {
        RuleSet set = RuleSet.compile(Map.of("r.yml", """
                title: First
                id: one
                logsource: {product: p}
                detection:
                    selection: {a: 1}
                    condition: selection
                ---
                action: repeat
                id: two
                logsource: {product: q}
                ---
                action: repeat
                detection:
                    selection: {a: 2}
                """));

        assertThat(set.failures()).isEmpty();
        assertThat(set.rules()).extracting(SigmaRule::title).containsOnly("First");
        assertThat(set.match(event("p", "{\"a\":1}")))
                .extracting(match -> match.rule().id())
                .containsExactly("one");
        assertThat(set.match(event("q", "{\"a\":1}")))
                .extracting(match -> match.rule().id())
                .containsExactly("two");
        assertThat(set.match(event("q", "{\"a\":2}"))).hasSize(1);
    }

    @Test
    void what_is_wrong_is_named() {
        assertThat(Rules.failure("action: repeat\ntitle: x")).contains("'action: repeat' needs a rule before it");
        assertThat(Rules.failure("action: again\ntitle: x")).contains("'action: again' is none of global, reset");
    }

    private static EventView event(String product, String json) {
        return EventView.of(io.acso.domain.event.LogSource.of(null, product, null), json);
    }
}
