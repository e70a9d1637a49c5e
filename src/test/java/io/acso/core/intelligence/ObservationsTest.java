package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which observations come. */
class ObservationsTest {

    private static final String SEEN = "\"first_observed\":\"2026-01-01T00:00:00Z\","
            + "\"last_observed\":\"2026-01-01T00:00:01Z\",\"number_observed\":1";
    private static final String ADDRESS = "{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--1\",\"value\":\"192.0.2.1\"}";
    private static final String TRAFFIC = "{\"type\":\"network-traffic\",\"id\":\"network-traffic--1\","
            + "\"dst_ref\":\"ipv4-addr--1\",\"protocols\":[\"tcp\"]}";
    private static final String SEES_BOTH =
            "{\"type\":\"observed-data\",\"spec_version\":\"2.1\",\"id\":\"observed-data--1\"," + SEEN
                    + ",\"object_refs\":[\"network-traffic--1\",\"ipv4-addr--1\"]}";
    private static final String OLD = "{\"type\":\"observed-data\",\"id\":\"observed-data--0\"," + SEEN
            + ",\"objects\":{\"0\":{\"type\":\"network-traffic\",\"dst_ref\":\"1\"},"
            + "\"1\":{\"type\":\"ipv4-addr\",\"value\":\"192.0.2.1\"}}}";

    private static Observations read(String document) {
        return Observations.of(List.of(Json.tree(document)));
    }

    private static boolean matches(String document, String pattern) {
        return StixPattern.parse(pattern).match(read(document)) instanceof PatternAnswer.Matched;
    }

    private static String bundle(String... objects) {
        return "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[" + String.join(",", objects) + "]}";
    }

    @Test
    void objects_stand_in_the_observation_or_beside_it_in_any_order() {
        String reference = "[network-traffic:dst_ref.value = '192.0.2.1']";
        for (String document : List.of(
                OLD,
                bundle(OLD),
                bundle(SEES_BOTH, ADDRESS, TRAFFIC),
                "[" + ADDRESS + "," + SEES_BOTH + "," + TRAFFIC + "]",
                "[" + bundle(TRAFFIC) + "," + bundle(SEES_BOTH) + "," + bundle(ADDRESS) + "]")) {
            assertThat(read(document).all()).hasSize(1);
            assertThat(matches(document, reference)).isTrue();
            assertThat(matches(document, "[ipv4-addr:value LIKE '192.%']")).isTrue();
        }
    }

    @Test
    void only_what_an_observation_names_was_observed() {
        String other = "{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--2\",\"value\":\"192.0.2.2\"}";
        String identity = "{\"type\":\"identity\",\"id\":\"identity--1\",\"name\":\"me\"}";
        String names = SEES_BOTH.replace("[\"network", "[\"identity--1\",\"network");
        String document = bundle(names, TRAFFIC, ADDRESS, other, identity);
        assertThat(matches(document, "[ipv4-addr:value = '192.0.2.2']")).isFalse();
        assertThat(matches(document, "[identity:name = 'me']")).isFalse();
        assertThat(matches(document, "[observed-data:number_observed = 1]")).isFalse();
    }

    @Test
    void references_lead_no_further_than_the_observation() {
        String sees = SEES_BOTH.replace(",\"ipv4-addr--1\"", "");
        assertThat(matches(bundle(sees, TRAFFIC, ADDRESS), "[network-traffic:dst_ref.value = '192.0.2.1']"))
                .isFalse();
    }

    @Test
    void lists_of_references_keep_their_places() {
        String document = OLD.replace("\"dst_ref\":\"1\"", "\"some_refs\":[\"9\",\"1\",\"0\"]");
        assertThat(matches(document, "[network-traffic:some_refs[1].value = '192.0.2.1']"))
                .isTrue();
        assertThat(matches(document, "[network-traffic:some_refs[0].value = '192.0.2.1']"))
                .isFalse();
        assertThat(matches(document, "[network-traffic:some_refs[*].some_refs[*].type = 'ipv4-addr']"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number_observed\":1 | \"number_observed\":0 | number_observed",
                "\"number_observed\":1 | \"number_observed\":1.5 | number_observed",
                "\"number_observed\":1 | \"x\":1 | number_observed",
                "\"first_observed\" | \"f\" | first_observed",
                "00:00:01Z | 00:00:01 | last_observed",
                "00:00:00Z | 00:00:02Z | before first_observed",
                "\"objects\" | \"o\" | object_refs"
            })
    void what_matching_needs_is_demanded_and_the_observation_named(String part, String instead, String message) {
        assertThatThrownBy(() -> read(OLD.replace(part, instead)))
                .isInstanceOf(InvalidObservation.class)
                .hasMessageContaining("observed-data--0")
                .hasMessageContaining(message);
    }

    @Test
    void what_is_no_object_is_refused() {
        assertThatThrownBy(() -> read("[1]")).isInstanceOf(InvalidObservation.class);
        assertThatThrownBy(() -> read("[".repeat(50) + "]".repeat(50))).isInstanceOf(InvalidObservation.class);
    }
}
