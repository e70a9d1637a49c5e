package io.acso.core.detection.pipeline;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/** Regular expressions of pipelines: RE2's, so that none can hang. */
final class Regexes {

    private Regexes() {}

    static List<Pattern> compile(Parameters parameters, List<String> sources) {
        return sources.stream().map(source -> compile(parameters, source)).toList();
    }

    static Pattern compile(Parameters parameters, String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException e) {
            throw parameters.wrong("not a regular expression of RE2, which knows no look-around: " + e.getMessage());
        }
    }

    /** Python's {@code \1} and {@code \g<name>} as RE2 writes them. */
    static String replacement(String python) {
        return python.replace("$", "\\$")
                .replaceAll("\\\\g<(\\d+)>", "\\$$1")
                .replaceAll("\\\\g<(\\w+)>", "\\${$1}")
                .replaceAll("(?<!\\\\)\\\\(\\d)", "\\$$1");
    }
}
