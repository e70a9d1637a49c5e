package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/** GraphQL over real HTTP. */
class GraphQlApiTest extends ApiSuite {

    @Autowired
    GraphQlSource source;

    @Test
    void one_query_reads_a_case_as_a_page_shows_it() {
        Incident incident = incident(3);
        JsonNode data = data("""
                query($id: ID!) { incident(id: $id) {
                  id title status rating { severity contributions { why } }
                  findings { id ocsf matched { field value } incident { id } }
                  timeline { fact text } evidence { id } execution { id } cost { soFar { display } }
                } }""", Map.of("id", incident.id()));
        assertThat(data.at("/incident/title").asString()).as(data.toString()).isEqualTo(incident.title());
        assertThat(data.at("/incident/rating/severity").asString()).isEqualTo("HIGH");
        assertThat(data.at("/incident/findings")).hasSize(3);
        assertThat(data.at("/incident/findings/0/incident/id").asString()).isEqualTo(incident.id());
        assertThat(data.at("/incident/findings/0/ocsf/class_uid").asInt()).isEqualTo(2004);
        assertThat(data.at("/incident/execution").isNull()).isTrue();
    }

    @Test
    void every_field_of_every_type_can_be_read() {
        incident(2);
        GraphQLSchema schema = source.schema();
        new EveryField(schema, 4).queries().forEach(query -> {
            HttpResponse<String> answer = post(query, Map.of());
            assertThat(json(answer).path("errors")).as(query).isEmpty();
        });
    }

    @Test
    void a_record_that_a_query_leads_to_often_is_read_once() {
        List<Incident> incidents = List.of(incident(8), incident(8));
        String query =
                "{ incidents(limit: 2) { items { id findings { id incident { id findings(limit: 50) { id } } } } } }";
        data(query, Map.of());
        RunningPlatform.READS.clear();
        data(query, Map.of());
        assertThat(RunningPlatform.READS).as("by key, none twice").doesNotHaveDuplicates();
        long byKey = RunningPlatform.READS.stream()
                .filter(read -> !read.startsWith("query "))
                .count();
        assertThat(byKey)
                .as("16 findings, where each of them is, and the 2 incidents")
                .isLessThanOrEqualTo(16 + 16 + 2L);
        assertThat(incidents).hasSize(2);
    }

    @Test
    void a_query_that_was_fine_is_judged_again_with_other_variables() {
        String query = "query($most: Int!) { incidents(limit: $most) { items { findings(limit: $most) {"
                + " incident { findings { id } } } } } }";
        data(query, Map.of("most", 2));
        JsonNode answer = json(post(query, Map.of("most", 200)));
        assertThat(answer.at("/errors/0/message").asString()).contains("maximum query complexity exceeded");
        data(query, Map.of("most", 2));
    }

    @Test
    void what_is_too_deep_or_too_dear_is_not_begun() {
        String deep =
                "{ incidents { items " + "{ findings { incident ".repeat(8) + "{ id }" + " } }".repeat(8) + " } }";
        assertThat(problem(deep)).contains("maximum query depth exceeded");
        String dear = "{ incidents(limit: 200) { items { findings(limit: 200) { incident { findings { id } } } } } }";
        assertThat(problem(dear)).contains("maximum query complexity exceeded");
    }

    @Test
    void a_wrong_argument_is_named_with_the_cure() {
        assertThat(problem("{ incidents(limit: 1000) { next } }")).contains("limit goes from 1 to 200");
        assertThat(problem("{ findings(limit: 0) { next } }")).contains("limit goes from 1 to 200");
        assertThat(problem("{ nothing }")).contains("nothing");
        assertThat(problem("mutation { kill }")).containsIgnoringCase("mutation");
    }

    @Test
    void what_goes_wrong_inside_stays_inside() {
        RunningPlatform.UNREADABLE.set("incident");
        try {
            for (HttpResponse<String> answer :
                    List.of(post("{ incidents { next } }", Map.of()), platform.get("/api/v1/incidents"))) {
                assertThat(answer.body()).doesNotContain("secret", "Durability", "io.acso", "java.");
            }
            JsonNode error = json(post("{ incidents { next } }", Map.of())).at("/errors/0");
            assertThat(error.at("/extensions/classification").asString()).isEqualTo("INTERNAL_ERROR");
        } finally {
            RunningPlatform.UNREADABLE.set(null);
        }
        for (String wrong :
                List.of("{ incidents(after: \"x'y\") { next } }", "{ incidents(limit: \"x\") { next } }", "{")) {
            assertThat(post(wrong, Map.of()).body()).contains("errors").doesNotContain("io.acso", "java.", "Exception");
        }
    }

    @Test
    void nobody_sees_even_the_schema() {
        HttpResponse<String> answer = platform.send(platform.nobodyTo("/api/graphql")
                .header("content-type", "application/json")
                .POST(ofString(Json.text(Map.of("query", "{ __schema { types { name } } }")))));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(data("{ __schema { types { name } } }", Map.of()).at("/__schema/types"))
                .isNotEmpty();
    }

    @Test
    void a_query_that_leads_where_its_caller_may_not_look_is_not_begun() {
        incident(1);
        String key = key("incident");
        assertThat(as(key, "{ incidents(limit: 1) { items { id } } }").at("/data/incidents/items"))
                .hasSize(1);
        RunningPlatform.READS.clear();
        JsonNode refused = as(key, "{ incidents(limit: 1) { items { id findings { id } } } }");
        assertThat(refused.path("data").isNull() || refused.path("data").isMissingNode())
                .isTrue();
        assertThat(refused.at("/errors/0/extensions/type").asString()).isEqualTo("urn:acso:problem:not-permitted");
        assertThat(refused.at("/errors/0/extensions/operation").asString()).isEqualTo("finding.read");
        assertThat(RunningPlatform.READS).isEmpty();
        assertThat(as(key, "{ agents { name } }")
                        .at("/errors/0/extensions/operation")
                        .asString())
                .isEqualTo("agent.read");
    }

    @Test
    void changes_are_only_for_who_may_watch_and_see_what_they_lead_to() {
        try (LiveSocket live = LiveSocket.with(port, key("incident"))) {
            live.subscribe("1", Map.of());
            JsonNode refused = live.take();
            assertThat(refused.at("/payload/errors/0/extensions/operation").asString())
                    .as(refused.toString())
                    .isEqualTo("live.watch");
            assertThat(live.take().path("type").asString()).isEqualTo("complete");
        }
        try (LiveSocket live = LiveSocket.with(port, key("live"))) {
            live.subscribe("1", Map.of("after", "another.1"));
            assertThat(live.change().path("kind").asString()).isEqualTo("Missed");
        }
    }

    /** Of a service that may look, in this scope. */
    private String key(String scope) {
        Map<String, Object> wish = Map.of(
                "name",
                "graphql",
                "roles",
                List.of("viewer"),
                "scopes",
                List.of(scope),
                "expires",
                Instant.now().plusSeconds(3600).toString());
        return json(platform.send(platform.to("/api/v1/api-keys")
                        .header("content-type", "application/json")
                        .POST(ofString(Json.text(wish)))))
                .path("key")
                .asString();
    }

    private JsonNode as(String key, String query) {
        return json(platform.send(platform.nobodyTo("/api/graphql")
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .POST(ofString(Json.text(Map.of("query", query))))));
    }

    private JsonNode data(String query, Map<String, Object> variables) {
        JsonNode answer = json(post(query, variables));
        assertThat(answer.path("errors")).as(answer.toString()).isEmpty();
        return answer.path("data");
    }

    private String problem(String query) {
        JsonNode answer = json(post(query, Map.of()));
        assertThat(answer.path("errors")).as(answer.toString()).isNotEmpty();
        return answer.at("/errors/0/message").asString();
    }

    private HttpResponse<String> post(String query, Map<String, Object> variables) {
        return platform.send(platform.to("/api/graphql")
                .header("content-type", "application/json")
                .POST(ofString(Json.text(Map.of("query", query, "variables", variables)))));
    }

    private Incident incident(int findings) {
        return Incidents.keep(durability, findings);
    }
}
