package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which indicators of a feed are matched, and when. */
class StixIndicatorsTest {

    private static final String GOOD = "{\"type\":\"indicator\",\"id\":\"indicator--1\",\"name\":\"one\","
            + "\"pattern_type\":\"stix\",\"pattern\":\"[x:n = 1]\","
            + "\"valid_from\":\"2026-01-01T00:00:00Z\",\"valid_until\":\"2026-02-01T00:00:00Z\"}";

    private static StixIndicators read(String document) {
        return StixIndicators.of(List.of(Json.tree(document)));
    }

    @Test
    void indicators_are_found_in_bundles_and_lists_among_other_objects() {
        String other = "{\"type\":\"identity\"}";
        for (String document : List.of(
                GOOD,
                "[" + other + "," + GOOD + "]",
                "{\"type\":\"bundle\",\"objects\":[" + GOOD + "," + other + "]}")) {
            assertThat(read(document).usable()).singleElement().returns("indicator--1", StixIndicator::id);
            assertThat(read(document).unusable()).isEmpty();
        }
    }

    @Test
    void an_indicator_is_valid_from_its_beginning_until_before_its_end() {
        StixIndicator indicator = read(GOOD).usable().getFirst();
        assertThat(indicator.validAt(Instant.parse("2025-12-31T23:59:59Z"))).isFalse();
        assertThat(indicator.validAt(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
        assertThat(indicator.validAt(Instant.parse("2026-02-01T00:00:00Z"))).isFalse();
        StixIndicator endless =
                read(GOOD.replace("valid_until", "x_until")).usable().getFirst();
        assertThat(endless.validAt(Instant.parse("2090-01-01T00:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"one\" | \"revoked\":true | revoked | false",
                "\"stix\" | \"sigma\" | sigma | false",
                "\"[x:n = 1]\" | \"[x:n = ]\" | column 8 | true",
                "\"pattern\" | \"p\" | pattern | true",
                "2026-01-01T00:00:00Z | soon | valid_from | true",
                "2026-02-01 | 2026-01-01 | valid_until | true"
            })
    void an_indicator_that_is_not_matched_is_named_with_the_reason(
            String part, String instead, String reason, boolean faulty) {
        StixIndicators read = read("[" + GOOD.replace(part, instead) + "," + GOOD + "]");
        assertThat(read.usable()).hasSize(1);
        assertThat(read.unusable())
                .singleElement()
                .returns("indicator--1", StixIndicators.Unusable::id)
                .returns(faulty, StixIndicators.Unusable::faulty)
                .extracting(StixIndicators.Unusable::reason)
                .asString()
                .contains(reason);
    }
}
