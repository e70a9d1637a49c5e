package io.acso.edge.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A test of a rule as SigmaHQ keeps them: an {@code info.yml} that names the rule, and recorded events beside it. The
 * form is SigmaHQ's regression testing convention.
 *
 * @param name where it is, below the directory of cases
 * @param ruleIds the rules that are tested; each has to fire
 * @param events the file with the recorded events, as the case names it
 * @param atLeast how often a rule has to fire; 0 when it must not
 * @param problem why this is no case that can be run; null when it is one
 */
public record RegressionCase(
        String name,
        List<String> ruleIds,
        Path events,
        int atLeast,
        @Nullable String problem) {

    private static final String INFO = "info.yml";

    public RegressionCase {
        ruleIds = List.copyOf(ruleIds);
    }

    /**
     * The cases of every {@code info.yml} in and below a directory, by path.
     *
     * @throws IOException when it cannot be read
     */
    public static List<RegressionCase> in(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            List<RegressionCase> cases = new ArrayList<>();
            for (Path info : found.filter(file -> file.endsWith(INFO)).sorted().toList()) {
                cases.addAll(read(directory, info));
            }
            return cases;
        }
    }

    private static List<RegressionCase> read(Path directory, Path info) throws IOException {
        String name = directory.relativize(info).toString();
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            if (!(new Load(settings).loadFromString(Files.readString(info)) instanceof Map<?, ?> document)) {
                return List.of(broken(name, info, "is no map with rule_metadata and regression_tests_info"));
            }
            List<String> rules = maps(document.get("rule_metadata")).stream()
                    .map(rule -> String.valueOf(rule.get("id")))
                    .toList();
            List<? extends Map<?, ?>> tests = maps(document.get("regression_tests_info"));
            if (rules.isEmpty() || tests.isEmpty()) {
                return List.of(broken(name, info, "needs rule_metadata with an id, and regression_tests_info"));
            }
            return tests.stream()
                    .map(test -> one(tests.size() == 1 ? name : name + ": " + test.get("name"), info, rules, test))
                    .toList();
        } catch (YamlEngineException e) {
            return List.of(broken(name, info, "is not YAML: " + e.getMessage()));
        }
    }

    private static RegressionCase one(String name, Path info, List<String> rules, Map<?, ?> test) {
        Object count = test.get("match_count");
        if (!(test.get("path") instanceof String path)
                || !(count == null || count instanceof Integer number && number >= 0)) {
            return broken(name, info, "needs a path with events, and a whole number as match_count");
        }
        Path events = recorded(info, path);
        int atLeast = count instanceof Integer number ? number : 1;
        return new RegressionCase(name, rules, events, atLeast, problem(events, path));
    }

    private static @Nullable String problem(Path events, String path) {
        if (!Files.isRegularFile(events)) {
            return "there are no events at " + path + ", nor of that name beside info.yml";
        }
        return events.toString().endsWith(".evtx")
                ? "the events are there only as " + events.getFileName()
                        + ", which is not read: put its JSON, as evtx_dump writes it, beside it"
                : null;
    }

    /** The text form of the events beside the info file, or what the path names from there or a directory above. */
    private static Path recorded(Path info, String path) {
        Path named = Path.of(path.replace('\\', '/'));
        Path here = info.toAbsolutePath().getParent();
        String file = String.valueOf(named.getFileName());
        String base = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        for (String candidate : List.of(base + ".json", base + ".jsonl", base + ".ndjson", base + ".log")) {
            if (here != null && Files.isRegularFile(here.resolve(candidate))) {
                return here.resolve(candidate);
            }
        }
        for (Path above = here; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(named))) {
                return above.resolve(named);
            }
        }
        return here == null ? named : here.resolve(file);
    }

    private static List<? extends Map<?, ?>> maps(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(item -> item instanceof Map)
                        .map(item -> (Map<?, ?>) item)
                        .toList()
                : List.of();
    }

    private static RegressionCase broken(String name, Path info, String problem) {
        return new RegressionCase(name, List.of(), info, 1, info + ": " + problem);
    }
}
