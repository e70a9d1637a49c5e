package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Short ways to say what a pipeline makes of a rule. */
final class Pipelines {

    private Pipelines() {}

    /** A pipeline of one transformation, given as its parameters in YAML, indented by nothing. */
    static String of(String... transformations) {
        StringBuilder yaml = new StringBuilder("name: p\ntransformations:\n");
        Arrays.stream(transformations)
                .forEach(step -> yaml.append("  - ")
                        .append(step.strip().indent(4).strip())
                        .append('\n'));
        return yaml.toString();
    }

    static Pipeline read(String yaml) {
        try {
            return Pipeline.read("p.yml", yaml);
        } catch (Pipeline.Unreadable e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static RuleSet compile(String rules, String... pipelines) {
        List<Pipeline> read = Arrays.stream(pipelines).map(Pipelines::read).toList();
        return RuleSet.compile(RuleSources.of(Map.of("rule.yml", rules)).withPipelines(read));
    }

    /** Whether the detection, changed by the pipeline, holds for the event. */
    static boolean matches(String pipeline, String detection, String event) {
        RuleSet set = compile(Rules.rule(detection), pipeline);
        assertThat(set.failures()).isEmpty();
        return !set.match(EventView.of(Rules.SOURCE, event)).isEmpty();
    }

    /** As {@link #matches}, for a detection of one item. */
    static boolean item(String pipeline, String key, String value, String event) {
        return matches(pipeline, "selection:\n    " + key + ": " + value + "\ncondition: selection", event);
    }

    /** Why the rule is refused. */
    static String failure(String pipeline, String key, String value) {
        String rule = Rules.rule("selection:\n    " + key + ": " + value + "\ncondition: selection");
        List<RuleFailure> failures = compile(rule, pipeline).failures();
        assertThat(failures).hasSize(1);
        return failures.getFirst().line() + ": " + failures.getFirst().error();
    }

    /** Why the pipeline is refused. */
    static String unreadable(String yaml) {
        try {
            Pipeline.read("p.yml", yaml);
        } catch (Pipeline.Unreadable e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("this was read as a pipeline:\n" + yaml);
    }
}
