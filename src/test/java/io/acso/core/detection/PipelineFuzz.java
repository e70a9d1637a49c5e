package io.acso.core.detection;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;

/** Whatever a pipeline's file holds, it is read or refused; what was read changes rules or refuses them. */
class PipelineFuzz {

    private static final String RULE = Rules.rule("""
            s:
                Image|endswith: ['\\a*.exe', 'x?']
                Hashes|contains: MD5=0
                n: 1
            k: [boo]
            condition: s or not 1 of k*
            """);

    @FuzzTest
    void a_pipeline_is_read_or_refused(FuzzedDataProvider data) {
        check(data.consumeRemainingAsString());
    }

    @FuzzTest
    void a_transformation_changes_rules_or_refuses_them(FuzzedDataProvider data) {
        String type = data.pickValue(List.of(
                "replace_string",
                "map_string",
                "field_name_mapping",
                "add_condition",
                "extract_fields",
                "regex",
                "hashes_fields",
                "set_value",
                "nest"));
        check("transformations:\n  - type: " + type + "\n    regex: '" + data.consumeString(20)
                + "'\n    replacement: '"
                + data.consumeString(10) + "'\n    mapping: {Image: '" + data.consumeString(10)
                + "'}\n    conditions: {"
                + data.consumeString(20) + "}\n    rule_cond_expr: " + data.consumeRemainingAsString());
    }

    private static void check(String yaml) {
        Pipeline pipeline;
        try {
            pipeline = Pipeline.read("p.yml", yaml);
        } catch (Pipeline.Unreadable e) {
            return;
        }
        RuleSet set = RuleSet.compile(RuleSources.of(Map.of("r.yml", RULE)).withPipelines(List.of(pipeline)));
        if (set.rules().isEmpty() && set.failures().isEmpty()) {
            throw new IllegalStateException("neither compiled nor reported");
        }
        set.match(EventView.of(Rules.SOURCE, "{\"Image\":\"C:\\\\a1.exe\",\"n\":1}"));
    }
}
