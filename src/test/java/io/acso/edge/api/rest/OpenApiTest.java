package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published description of the API: whole, kept, and broken only on purpose. */
class OpenApiTest extends ApiSuite {

    private static final Path KEPT = Path.of("docs/api/openapi.json");
    private static final Path TYPES = Path.of("console/src/api/schema.ts");

    @Test
    void every_operation_says_what_it_does_takes_and_answers() {
        JsonNode api = Json.tree(served());
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        List<String> poor = new ArrayList<>();
        operations(api).forEach(operation -> {
            JsonNode is = operation.is();
            if (is.path("summary").asString("").isBlank()) {
                poor.add(operation.name() + " has no summary: give its handler Javadoc");
            }
            boolean untyped = is.path("responses").properties().stream()
                    .filter(answer ->
                            answer.getKey().startsWith("2") && !answer.getKey().equals("204"))
                    .flatMap(answer -> contents(answer.getValue()))
                    .anyMatch(OpenApiTest::vague);
            boolean shapeless =
                    is.has("requestBody") && contents(is.path("requestBody")).anyMatch(JsonNode::isEmpty);
            if (shapeless) {
                poor.add(operation.name() + " takes nobody knows what: rename a type of one name");
            }
            if (untyped) {
                poor.add(operation.name() + " answers nobody knows what: add @Answers, or rename a type of one name");
            }
        });
        assertThat(poor).isEmpty();
    }

    /** The schemas of a body; one that says nothing when there is none. */
    private static Stream<JsonNode> contents(JsonNode holder) {
        JsonNode content = holder.path("content");
        return content.isEmpty() ? Stream.of(content) : content.valueStream().map(type -> type.path("schema"));
    }

    private static boolean vague(JsonNode schema) {
        return Stream.of("$ref", "items", "format").noneMatch(schema::has)
                        && !schema.path("type").isString()
                || schema.equals(Json.object().put("type", "object"));
    }

    @Test
    void generated_clients_have_a_name_for_everything() {
        JsonNode api = Json.tree(served());
        List<String> ids = operations(api)
                .map(operation -> operation.is().path("operationId").asString(""))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+([A-Z][a-z0-9]*)*"));
        assertThat(ids).contains("getIncidentComments", "postApiKeys", "patchPerson", "getWebhookDelivery");
        assertThat(api.path("tags").valueStream())
                .isNotEmpty()
                .allMatch(tag -> !tag.path("description").asString("").isBlank());
    }

    @Test
    void who_calls_is_no_parameter_and_what_is_refused_is_said() {
        JsonNode api = Json.tree(served());
        JsonNode assign =
                api.path("paths").path("/api/v1/incidents/{id}/assign").path("post");
        assertThat(assign.path("parameters").findValuesAsString("name"))
                .containsExactly("id", "Idempotency-Key", "If-Match");
        assertThat(assign.path("responses").propertyNames())
                .contains("202", "400", "401", "403", "404", "409", "412", "413", "415", "422", "429", "default");
        assertThat(assign.path("description").asString()).contains("`incident.edit`");
        assertThat(api.path("paths").path("/identity/state").path("get").path("security"))
                .isEmpty();
    }

    @Test
    void every_body_has_an_example_that_is_valid() {
        JsonNode api = Json.tree(served());
        List<String> poor = new ArrayList<>();
        bodies(api).forEach(name -> {
            JsonNode example = api.path("components")
                    .path("schemas")
                    .path(name)
                    .path("examples")
                    .path(0);
            if (example.isMissingNode()) {
                poor.add(name + " has no example: add one to openapi/examples.json");
                return;
            }
            ObjectNode schema = Json.object().put("$ref", "#/components/schemas/" + name);
            schema.set("components", api.path("components"));
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(example)
                    .forEach(violation -> poor.add(name + ": " + violation));
        });
        assertThat(poor).isEmpty();
    }

    /** The types that are taken or answered whole. */
    private static Set<String> bodies(JsonNode api) {
        return operations(api)
                .map(Operation::is)
                .flatMap(is -> Stream.of(is.path("requestBody"), is.path("responses")))
                .flatMap(part -> part.findValues("schema").stream())
                .map(schema -> schema.path("$ref").asString(""))
                .filter(reference -> !reference.isEmpty())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void people_read_it_as_a_page_that_runs_nothing() {
        HttpResponse<String> page = platform.get("/api");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        String policy = page.headers().firstValue("content-security-policy").orElse("");
        assertThat(policy).contains("default-src 'none'", "style-src 'sha256-").doesNotContain("script-src", "unsafe");
        assertThat(page.body())
                .contains("/api/v1/incidents/{id}/comments", "id=\"type-IncidentSummary\"", "AKIAIOSFODNN7EXAMPLE")
                .doesNotContain("<script", " style=\"", "onclick");
    }

    @Test
    void the_kept_description_is_that_of_the_code_and_nothing_broke() throws IOException {
        String now = served();
        List<String> broken = BreakingChanges.between(Json.tree(Files.readString(KEPT)), Json.tree(now));
        if (Boolean.getBoolean("acso.write-openapi")) {
            assertThat(broken.isEmpty() || Boolean.getBoolean("acso.break-openapi"))
                    .as("this breaks callers; -Dacso.break-openapi=true if it has to be:%n%s", broken)
                    .isTrue();
            Files.writeString(KEPT, now);
            return;
        }
        assertThat(broken).as("changes that break callers").isEmpty();
        assertThat(now)
                .as("the API changed: ./acso test -Dtest=OpenApiTest -Dacso.write-openapi=true, then in console:"
                        + " npm run client")
                .isEqualTo(Files.readString(KEPT));
    }

    @Test
    void the_consoles_types_are_made_of_the_kept_description() throws IOException {
        try (Stream<String> lines = Files.lines(TYPES)) {
            assertThat(lines.findFirst().orElse(""))
                    .as("in console: npm run client")
                    .endsWith("sha256 " + Digest.of(Files.readAllBytes(KEPT)).hex());
        }
    }

    private record Operation(String name, JsonNode is) {}

    private static Stream<Operation> operations(JsonNode api) {
        return api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    private String served() {
        HttpResponse<String> answer = platform.get("/api/openapi.json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body() + "\n";
    }
}
