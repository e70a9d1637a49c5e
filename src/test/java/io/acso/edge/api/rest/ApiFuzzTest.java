package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.acso.assembly.AcsoServer;
import io.acso.domain.kernel.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation of the API as described, asked with what fits its description and what does not: nothing makes the
 * server fail, what is refused is a problem, what is answered is what the description says. {@code -Dacso.fuzz.rounds}
 * and {@code -Dacso.fuzz.seed} make it longer and another.
 */
@SpringBootTest(classes = AcsoServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class ApiFuzzTest {

    /** Its own, for it stops agents and changes keys. */
    private static final Path HOME = RunningPlatform.directory();

    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("acso.data-directory", HOME::toString);
        settings.add("acso.limits.signing-in", () -> "100000");
        settings.add("acso.lake-query.time", () -> "2s");
    }

    @LocalServerPort
    int port;

    private final List<String> trouble = new ArrayList<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private RunningPlatform platform = new RunningPlatform(0, HOME);
    private JsonNode api = Json.object();

    @Test
    void whatever_is_asked_the_answer_is_as_described() {
        platform = new RunningPlatform(port, HOME);
        int rounds = Integer.getInteger("acso.fuzz.rounds", 4);
        long seed = Long.getLong("acso.fuzz.seed", 5);
        api = Json.tree(platform.get("/api/openapi.json").body());
        FuzzValues values = new FuzzValues(api, new Random(seed), known());
        for (int round = 0; round < rounds; round++) {
            api.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(method -> ask(path.getKey(), method.getKey(), method.getValue(), values)));
        }
        assertThat(trouble.stream().distinct().limit(20))
                .as("seed %d, %d rounds, answers %s", seed, rounds, answers)
                .isEmpty();
        assertThat(answers.keySet()).as("some of it was good").contains(200, 202, 400, 404);
    }

    /** Ids of what there is, taken from the lists. */
    private List<String> known() {
        List<String> ids = new ArrayList<>(List.of("supervisor", "all", "aws.ec2.stop-instance"));
        for (String list : List.of("incidents", "playbooks", "rules?limit=5", "queues", "findings", "events")) {
            JsonNode answer = Json.tree(platform.get("/api/v1/" + list).body());
            ids.addAll(answer.findValuesAsString(list.equals("queues") ? "name" : "id").stream()
                    .limit(5)
                    .toList());
        }
        return ids;
    }

    private void ask(String path, String method, JsonNode operation, FuzzValues values) {
        StringBuilder address = new StringBuilder(filled(path, values));
        char mark = '?';
        for (JsonNode parameter : operation.path("parameters")) {
            boolean given = parameter.path("required").asBoolean(false) ? !values.once(10) : values.once(3);
            if (parameter.path("in").asString().equals("query") && given) {
                address.append(mark)
                        .append(parameter.path("name").asString())
                        .append('=')
                        .append(encoded(values.parameter(parameter.path("schema"))));
                mark = '&';
            }
        }
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        String body = schema.isMissingNode() ? "" : body(schema, values);
        HttpRequest.Builder request = platform.to(address.toString())
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .method(method.toUpperCase(Locale.ROOT), body.isEmpty() ? noBody() : ofString(body));
        judge(method + " " + path, address + " " + shortened(body), operation, platform.send(request));
    }

    private static String body(JsonNode schema, FuzzValues values) {
        String text = values.value(schema, 0).toString();
        return values.once(15) ? text.substring(0, text.length() / 2) : text;
    }

    private static String filled(String path, FuzzValues values) {
        Matcher parts = IN_PATH.matcher(path);
        return parts.replaceAll(part -> Matcher.quoteReplacement(encoded(values.text())));
    }

    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.isEmpty() ? "x" : encoded;
    }

    private void judge(String name, String asked, JsonNode operation, HttpResponse<String> answer) {
        int status = answer.statusCode();
        answers.merge(status, 1, Integer::sum);
        String type = answer.headers().firstValue("content-type").orElse("");
        if (status >= 500) {
            trouble.add(name + " failed on " + shortened(asked) + ": " + answer.body());
        } else if (status >= 400) {
            boolean problem = type.startsWith("application/problem+json")
                    && !Json.tree(answer.body()).path("detail").asString("").isBlank();
            if (!problem) {
                trouble.add(name + " refused " + shortened(asked) + " with " + status + " and no problem: " + type + " "
                        + shortened(answer.body()));
            }
        } else {
            String described = operation
                    .path("responses")
                    .path(Integer.toString(status))
                    .path("content")
                    .path("application/json")
                    .path("schema")
                    .toString();
            if (!operation.path("responses").has(Integer.toString(status))) {
                trouble.add(name + " answers " + status + ", which it does not say");
            } else if (type.startsWith("application/json") && !described.isEmpty()) {
                violations(described, answer.body()).stream()
                        .limit(2)
                        .forEach(violation -> trouble.add(name + " answers what it does not say: " + violation));
            }
        }
    }

    private List<Error> violations(String described, String body) {
        Schema schema = schemas.computeIfAbsent(described, text -> {
            ObjectNode whole = (ObjectNode) Json.tree(text);
            whole.set("components", api.path("components"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(whole);
        });
        try {
            return schema.validate(Json.tree(body));
        } catch (JacksonException e) {
            throw new AssertionError("no JSON: " + shortened(body), e);
        }
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
