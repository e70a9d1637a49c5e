package io.acso.core.intelligence;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a pattern is, it is read or refused; whatever was read can be matched, and reads the same again. */
class StixPatternFuzz {

    private static final Observations OBSERVATIONS = new Observed()
            .and(0, 5, 3, "\"a\": \"x\", \"b\": [1, null, {\"c_ref\": \"0\"}], \"d_hex\": \"00\", \"e\": 1.5")
            .and(2, "\"a\": \"10.0.0.1\", \"t\": \"2026-01-01T00:00:00Z\", \"f_refs\": [\"0\", \"1\"]")
            .all();

    @FuzzTest
    void a_pattern_is_read_or_refused(FuzzedDataProvider data) {
        check(data.consumeRemainingAsString());
    }

    @FuzzTest
    void a_comparison_is_read_or_refused(FuzzedDataProvider data) {
        String path = data.pickValue(new String[] {"a", "b[*]", "b[2].c_ref.a", "d_hex", "e", "t", "f_refs[*].a"});
        String comparison = data.consumeString(40);
        String qualifier = data.consumeRemainingAsString();
        check("[x:" + path + " " + comparison + "] " + qualifier);
    }

    private static void check(String text) {
        StixPattern pattern;
        try {
            pattern = StixPattern.parse(text);
        } catch (InvalidPattern refused) {
            return;
        }
        pattern.match(OBSERVATIONS);
        if (!StixPattern.parse(pattern.toString()).toString().equals(pattern.toString())) {
            throw new IllegalStateException("reads differently the second time: " + pattern);
        }
    }
}
