package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BreakingChangesTest {

    private static final String API = """
            {"paths":{"/things":{"post":{
              "parameters":[{"name":"q","in":"query","schema":{"type":"string","enum":["A","B"]}}],
              "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Wish"}}}},
              "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}}}}},
             "components":{"schemas":{
              "Wish":{"type":"object","properties":{"why":{"type":"string"}},"required":[]},
              "Thing":{"type":"object","properties":{"id":{"type":"string"},"n":{"type":"integer"}},"required":["id"]}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/things | /thing | POST /things is gone",
                "\"q\",\"in\" | \"p\",\"in\" | POST /things takes q no more",
                "\"A\",\"B\" | \"A\" | POST /things takes q has no [B] any more",
                "\"required\":[]} | \"required\":[\"why\"]} | Wish now needs [why]",
                "\"id\":{\"type\":\"string\"}, | `` | Thing.id is gone",
                "\"n\":{\"type\":\"integer\"} | \"n\":{\"type\":\"string\"} | Thing.n: \"integer\" became \"string\"",
                "\"required\":[\"id\"] | \"required\":[] | Thing may now lack [id]",
                "\"200\" | \"201\" | POST /things does not answer 200 any more"
            })
    void what_a_caller_would_stumble_over_is_named(String was, String is, String change) {
        assertThat(API).contains(was);
        assertThat(between(API, API.replace(was, is))).contains(change);
    }

    @Test
    void growth_breaks_nothing() {
        String grown = API.replace("\"n\":", "\"more\":{\"type\":\"string\"},\"n\":")
                .replace("\"A\",\"B\"", "\"A\",\"B\",\"C\"")
                .replace("\"paths\":{", "\"paths\":{\"/new\":{\"get\":{}},");
        assertThat(between(API, grown)).isEmpty();
        assertThat(between(API, API)).isEmpty();
    }

    private static List<String> between(String before, String after) {
        JsonNode was = Json.tree(before);
        return BreakingChanges.between(was, Json.tree(after));
    }
}
