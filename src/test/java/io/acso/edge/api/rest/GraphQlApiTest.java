package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import io.acso.agent.casebook.CaseKeys;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.platform.durability.Commit;
import io.acso.testsupport.Findings;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    void nobody_sees_even_the_schema() {
        HttpResponse<String> answer = platform.send(platform.nobodyTo("/api/graphql")
                .header("content-type", "application/json")
                .POST(ofString(Json.text(Map.of("query", "{ __schema { types { name } } }")))));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(data("{ __schema { types { name } } }", Map.of()).at("/__schema/types"))
                .isNotEmpty();
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

    /** A new incident, the newest of all, with findings. */
    private Incident incident(int findings) {
        Instant now = Instant.now();
        String mark = UUID.randomUUID().toString();
        Finding first =
                Findings.of(mark + "-0").at(now).user("u" + mark, "AKIA" + mark).build();
        Rating rating = new Rating(
                Severity.HIGH, Priority.P2, 70, 80, List.of(new Rating.Contribution("severity", 70, "high")));
        var opened = Incident.open(first, Picture.of(first), rating, now, "because");
        Commit.Builder commit = Commit.builder().put(CaseKeys.newIncident(opened.incident()));
        String id = opened.incident().id();
        for (int i = 0; i < findings; i++) {
            Finding finding =
                    i == 0 ? first : Findings.of(mark + "-" + i).at(now).build();
            commit.put(CaseKeys.newFinding(finding));
            commit.put(CaseKeys.membership(id, finding));
            commit.put(CaseKeys.item(CaseKeys.placed(finding.id()), id));
        }
        durability.commit(commit.build());
        return opened.incident();
    }
}
