package io.acso.edge.tuning;

import io.acso.core.detection.RuleSet;
import java.util.Map;
import java.util.function.Function;

/**
 * Compiles rules the way they will be used.
 *
 * @param files path to YAML, all of them
 * @param compiling with the pipelines and placeholders that apply
 */
public record RuleCompiler(Map<String, String> files, Function<Map<String, String>, RuleSet> compiling) {

    RuleSet all() {
        return compiling.apply(files);
    }

    /** One file with a filter beside it. */
    RuleSet compile(String path, String filterPath, String filter) {
        return compiling.apply(Map.of(path, files.getOrDefault(path, ""), filterPath, filter));
    }
}
