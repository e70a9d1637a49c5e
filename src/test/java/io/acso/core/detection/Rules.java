package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.LogSource;
import java.util.List;
import java.util.Map;

/** Short ways to say what a rule's detection does with an event. */
final class Rules {

    static final LogSource SOURCE = LogSource.of("test", null, null);

    private Rules() {}

    static String rule(String detection) {
        return "title: A rule\nlogsource:\n    category: test\ndetection:\n" + detection.indent(4);
    }

    static boolean matches(String detection, String event) {
        RuleSet set = RuleSet.compile(Map.of("rule.yml", rule(detection)));
        assertThat(set.failures()).isEmpty();
        return !set.match(EventView.of(SOURCE, event)).isEmpty();
    }

    /** Whether {@code field|modifiers: value} holds, with the value as YAML. */
    static boolean item(String key, String yamlValue, String event) {
        return matches("selection:\n    " + key + ": " + yamlValue + "\ncondition: selection", event);
    }

    static String failure(String yaml) {
        List<RuleFailure> failures = RuleSet.compile(Map.of("rule.yml", yaml)).failures();
        assertThat(failures).hasSize(1);
        return failures.getFirst().line() + ": " + failures.getFirst().error();
    }
}
