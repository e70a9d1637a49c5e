package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The cases of the matcher that OASIS publishes.
 *
 * <p>The cases of its {@code test_temporal_qualifiers.py} share one list of observations, which the last of them
 * changes, and they are on file with that last state: the same question stands there with both answers. Those cases say
 * nothing, nor do the two that were about the times before; {@link TemporalTest} has their like.
 */
class StixVectorsTest {

    private static final Set<String> OF_OTHER_TIMES = Set.of("WITHIN 4 SECONDS]", "WITHIN 4.9999 SECONDS]");

    private record Question(String pattern, JsonNode observations) {
        static Question of(JsonNode tested) {
            return new Question(tested.path("pattern").asString(), tested.path("observations"));
        }
    }

    @Test
    void each_case_comes_out_as_published() throws IOException {
        List<JsonNode> cases = cases();
        Set<Question> ambiguous = ambiguous(cases);
        List<JsonNode> clear = cases.stream()
                .filter(tested -> !ambiguous.contains(Question.of(tested)))
                .filter(tested ->
                        OF_OTHER_TIMES.stream().noneMatch(tested.path("test").asString()::endsWith))
                .toList();
        assertThat(clear.stream()
                        .filter(tested -> !expected(tested).equals(answer(tested)))
                        .map(tested -> tested.path("test").asString() + ": " + answer(tested)))
                .isEmpty();
        assertThat(clear).hasSizeGreaterThan(280);
    }

    private static List<JsonNode> cases() throws IOException {
        return Json.tree(Files.readString(RealData.path("stix/pattern_vectors.json")))
                .valueStream()
                .toList();
    }

    private static Set<Question> ambiguous(List<JsonNode> cases) {
        return cases.stream()
                .collect(Collectors.groupingBy(
                        Question::of, Collectors.mapping(StixVectorsTest::expected, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String expected(JsonNode tested) {
        String expected = tested.path("expected").asString();
        return expected.startsWith("error") ? "refused" : expected;
    }

    private static String answer(JsonNode tested) {
        try {
            Observations observations = Observations.of(List.of(tested.path("observations")));
            return switch (StixPattern.parse(tested.path("pattern").asString()).match(observations)) {
                case PatternAnswer.Matched _ -> "true";
                case PatternAnswer.Unmatched _ -> "false";
                case PatternAnswer.Undecided _ -> "refused";
            };
        } catch (InvalidPattern | InvalidObservation refused) {
            return "refused";
        }
    }
}
