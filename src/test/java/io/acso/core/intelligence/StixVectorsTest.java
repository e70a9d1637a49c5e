package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The cases of the matcher that OASIS publishes. */
class StixVectorsTest {

    @Test
    void each_case_comes_out_as_published() throws IOException {
        JsonNode cases = Json.tree(Files.readString(RealData.path("stix/pattern_vectors.json")));
        List<String> wrong = new ArrayList<>();
        for (JsonNode tested : cases) {
            String expected = tested.path("expected").asString();
            String found = answer(tested);
            if (!(expected.startsWith("error") ? "refused" : expected).equals(found)) {
                wrong.add(tested.path("test").asString() + ": " + found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases.size()).isGreaterThan(200);
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
