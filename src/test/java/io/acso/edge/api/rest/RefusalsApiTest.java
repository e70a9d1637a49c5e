package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is refused is a problem that names the place and the cure, and nothing of the inside. */
class RefusalsApiTest extends ApiSuite {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"sql": "SELECT 1", "rowz": 3}      | no field 'rowz'; there are rows, sql
                    {"rows": 3}                         | the field 'sql' is missing
                    {"sql": null}                       | the field 'sql' is missing
                    {"sql": "SELECT 1", "rows": "many"} | 'rows' has to be a whole number
                    {"sql": ["SELECT 1"]}               | 'sql' has to be text
                    {"sql": "SELECT 1"                  | line 1, column
                    []                                  | the body has to be an object
                    ``                                  | the body is missing
                    """)
    void a_body_that_does_not_fit_is_refused_with_the_place(String body, String detail) {
        problem(post("/api/v1/lake/query", body), 400, "bad-body", detail);
    }

    @Test
    void within_a_body_the_place_is_a_path_and_what_is_possible_is_listed() {
        String incidents = "/api/v1/incidents/bulk";
        problem(
                post(incidents, "{\"incidents\": [\"x\"], \"assign\": {\"too\": \"person:bob\"}}"),
                400,
                "bad-body",
                "'assign.too'");
        problem(post(incidents, "{\"incidents\": [\"x\"], \"status\": \"OVER\"}"), 400, "bad-body", "RESOLVED");
        problem(
                post(incidents, "{\"incidents\": [\"x\"], \"assign\": {\"to\": \"bob\"}}"),
                400,
                "bad-body",
                "'assign.to'");
    }

    @Test
    void what_http_itself_refuses_is_a_problem_too() {
        problem(platform.get("/api/v1/nothing"), 404, "not-found", "");
        HttpResponse<String> method =
                platform.send(platform.to("/api/v1/incidents").DELETE());
        problem(method, 405, "method-not-allowed", "DELETE");
        assertThat(method.headers().firstValue("allow").orElse("")).contains("GET");
        problem(
                platform.send(platform.to("/api/v1/incidents").header("accept", "image/png")),
                406,
                "not-acceptable",
                "");
        HttpRequest.Builder form = platform.to("/api/v1/lake/query")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(ofString("sql=1"));
        problem(platform.send(form), 415, "unsupported-media-type", "x-www-form-urlencoded");
        problem(platform.get("/api/v1/incidents?limit=many"), 400, "bad-parameter", "'limit' has to be a whole number");
        problem(platform.get("/api/v1/incidents?severity=WORST"), 400, "bad-parameter", "CRITICAL");
        problem(
                platform.get("/api/v1/incidents?from=yesterday"),
                400,
                "bad-parameter",
                "'from' has to be a time such as");
        problem(platform.get("/api/v1/incidents?sort=colour"), 400, "", "severity");
        problem(platform.send(platform.to("/api/v1/incidents/bulk").POST(noBody())), 400, "bad-body", "missing");
    }

    private static void problem(HttpResponse<String> answer, int status, String type, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(json(answer).path("type").asString()).startsWith("urn:acso:problem:" + type);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("title").asString()).isNotBlank();
        assertThat(json(answer).path("detail").asString()).isNotBlank().contains(detail);
        assertThat(answer.body()).doesNotContain("io.acso", "java.", "Exception", "springframework");
    }

    private HttpResponse<String> post(String path, String body) {
        return platform.send(
                platform.to(path).header("content-type", "application/json").POST(ofString(body)));
    }
}
