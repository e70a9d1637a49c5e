package io.acso.edge.cli;

import io.acso.core.intelligence.InvalidObservation;
import io.acso.core.intelligence.InvalidPattern;
import io.acso.core.intelligence.Observations;
import io.acso.core.intelligence.PatternAnswer;
import io.acso.core.intelligence.StixPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Checks the matching of STIX patterns against cases whose answer is known. */
@Command(
        name = "test",
        description = {
            "Matches STIX patterns of cases whose answer is known; exit code 1 when one differs. A file of JSON:",
            "[{\"test\": NAME, \"pattern\": PATTERN, \"observations\": [...], \"expected\": true}]",
            "expected is true, false, or a string that begins with error: pattern or observations are refused."
        },
        mixinStandardHelpOptions = true)
final class IntelTestCommand extends Verb {

    @Option(names = "--vectors", paramLabel = "FILE", required = true, description = "The cases.")
    private Path vectors = Path.of("-");

    private record Tested(int cases, int passed, List<Map<String, String>> failed) {}

    @Override
    public Integer call() {
        List<JsonNode> cases = StixFiles.documents(vectors, read(vectors));
        if (cases.isEmpty()) {
            throw new BadInput(vectors + ": there is no case in it");
        }
        List<Map<String, String>> failed = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String name = cases.get(i).path("test").asString("case " + i);
            String difference = difference(name, cases.get(i));
            if (difference != null) {
                failed.add(Map.of("case", name, "reason", difference));
            }
        }
        report(new Tested(cases.size(), cases.size() - failed.size(), failed));
        return failed.isEmpty() ? DONE : CHECK_FAILED;
    }

    private void report(Tested tested) {
        if (json()) {
            print(tested);
        } else {
            tested.failed().forEach(failed -> say(failed.get("case") + ": " + failed.get("reason")));
            say(tested.passed() + " of " + tested.cases() + " cases passed");
        }
    }

    /** Null when there is none. */
    private @Nullable String difference(String name, JsonNode tested) {
        JsonNode expected = tested.path("expected");
        JsonNode pattern = tested.path("pattern");
        boolean refusal = expected.isString() && expected.stringValue().startsWith("error");
        if (!pattern.isString() || !tested.path("observations").isArray() || !refusal && !expected.isBoolean()) {
            throw new BadInput(vectors + ": " + name + ": a case has a pattern, a list of observations,"
                    + " and as expected true, false or \"error:...\"");
        }
        try {
            PatternAnswer answer = StixPattern.parse(pattern.stringValue())
                    .match(Observations.of(List.of(tested.path("observations"))));
            return switch (answer) {
                case PatternAnswer.Undecided undecided -> unless(refusal, String.join("; ", undecided.reasons()));
                case PatternAnswer.Matched _ -> unless(!refusal && expected.booleanValue(), "it matches");
                case PatternAnswer.Unmatched _ -> unless(!refusal && !expected.booleanValue(), "it does not match");
            };
        } catch (InvalidPattern | InvalidObservation e) {
            return unless(refusal, "refused: " + e.getMessage());
        }
    }

    private static @Nullable String unless(boolean asExpected, String found) {
        return asExpected ? null : found;
    }
}
