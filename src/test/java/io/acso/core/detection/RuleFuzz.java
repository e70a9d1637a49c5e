package io.acso.core.detection;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/** Whatever a rule file holds, it is read or reported; whatever was read can be matched. */
class RuleFuzz {

    private static final String EVENT =
            "{\"a\":\"x\",\"f\":[1,null,{\"b\":true}],\"Image\":\"C:\\\\cmd.exe\",\"ip\":\"10.0.0.1\"}";

    @FuzzTest
    void a_rule_file_is_read_or_reported(FuzzedDataProvider data) {
        check(data.consumeRemainingAsString());
    }

    @FuzzTest
    void a_detection_is_read_or_reported(FuzzedDataProvider data) {
        String key = data.consumeString(40);
        String value = data.consumeString(60);
        String condition = data.consumeString(40);
        check(Rules.rule("s:\n    \"f|" + key + "\": " + value + "\nk: [x]\ncondition: " + condition));
    }

    private static void check(String yaml) {
        RuleSet set = RuleSet.compile(Map.of("r.yml", yaml));
        if (set.rules().isEmpty() && set.failures().isEmpty()) {
            throw new IllegalStateException("neither read nor reported");
        }
        set.match(EventView.of(Rules.SOURCE, EVENT));
    }
}
