package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.acso.core.autonomy.Assurance;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Open;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.identity.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every operation of the API, asked for over HTTP as every role and as nobody: the answer is what the policies say. */
class AccessWalkTest extends ApiSuite {

    private static final String SIGNED_OUT = "urn:acso:problem:not-signed-in";
    private static final Set<String> REFUSALS =
            Set.of("urn:acso:problem:not-permitted", "urn:acso:problem:step-up-required");

    private static final List<Walkers.Walker> everybody = new ArrayList<>();

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    PoliciesInForce policies;

    @Autowired
    GraphQlSource graphQl;

    /** @param operation null when the handler is open */
    private record Endpoint(String method, String path, String operation) {

        HttpResponse<String> ask(Browser browser) {
            return browser.send(method, path.replaceAll("\\{[^}]+}", "none"), "");
        }
    }

    @Test
    void every_operation_as_everybody_with_a_fresh_proof_and_without() {
        List<Endpoint> endpoints =
                endpoints().filter(each -> each.operation() != null).toList();
        assertThat(endpoints).hasSizeGreaterThan(60);
        Set<String> refusals = new TreeSet<>();
        for (Walkers.Walker walker : walkers()) {
            for (Endpoint endpoint : endpoints) {
                HttpResponse<String> answer = ask(walker, endpoint.method(), endpoint.path(), "");
                String what = walker.name() + " " + endpoint + ": " + answer.body();
                assertThat(refused(answer)).as(what).isEqualTo(!walker.may(policies.get(), endpoint.operation()));
                assertThat(answer.statusCode()).as(what).isNotEqualTo(401).isLessThan(500);
                if (refused(answer)) {
                    refusals.add(json(answer).path("type").asString());
                }
            }
        }
        assertThat(refusals).as("both kinds were met").isEqualTo(new TreeSet<>(REFUSALS));
    }

    @Test
    void every_beginning_of_a_query_as_everybody_and_as_nobody() {
        List<Beginning> beginnings = beginnings(graphQl.schema().getQueryType());
        assertThat(beginnings).hasSizeGreaterThan(8);
        for (Walkers.Walker walker : walkers()) {
            for (Beginning beginning : beginnings) {
                HttpResponse<String> answer = ask(walker, "POST", "/api/graphql", beginning.asked());
                String what = walker.name() + " " + beginning + ": " + answer.body();
                JsonNode said = json(answer).at("/errors/0/extensions/type");
                assertThat(REFUSALS.contains(said.asString("")))
                        .as(what)
                        .isEqualTo(!walker.may(policies.get(), beginning.operation()));
            }
        }
        for (Beginning beginning : beginnings) {
            assertThat(new Browser(port)
                            .send("POST", "/api/graphql", beginning.asked())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void every_subscription_as_everybody_and_as_nobody() {
        List<Beginning> beginnings = beginnings(graphQl.schema().getSubscriptionType());
        assertThat(beginnings).hasSize(1);
        for (Walkers.Walker walker : walkers()) {
            for (Beginning beginning : beginnings) {
                try (LiveSocket live = LiveSocket.connect(port, walker.shows())) {
                    live.send(Map.of("type", "connection_init"));
                    assertThat(live.take().path("type").asString()).isEqualTo("connection_ack");
                    live.subscribe("1", "subscription { changes(after: \"before.1\") { id } }", Map.of());
                    JsonNode first = live.take();
                    assertThat(first.at("/payload/errors").isMissingNode())
                            .as(walker.name() + ": " + first)
                            .isEqualTo(walker.may(policies.get(), beginning.operation()));
                }
            }
        }
        assertThatThrownBy(() -> LiveSocket.connect(port, Map.of()))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void every_operation_as_nobody() {
        List<Endpoint> endpoints = endpoints().toList();
        for (Endpoint endpoint : endpoints) {
            HttpResponse<String> answer = endpoint.ask(new Browser(port));
            if (endpoint.operation() != null) {
                assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(401);
                assertThat(json(answer).path("type").asString()).isEqualTo(SIGNED_OUT);
            } else {
                assertThat(answer.statusCode()).as(endpoint.toString()).isLessThan(500);
            }
        }
    }

    @Test
    void what_the_console_is_told_it_may_is_what_it_may() {
        Browser.Signed ada = Browser.somebody(platform, port, "ada-finance", "finance");
        JsonNode permissions = json(ada.browser().get("/api/v1/me")).path("permissions");
        Set<String> told = new TreeSet<>();
        permissions.forEach(each -> told.add(each.asString()));
        Set<String> expected = new TreeSet<>();
        policies.get().operations().stream()
                .filter(each -> may(Role.FINANCE, Assurance.SECOND_FACTOR, each))
                .forEach(expected::add);
        assertThat(told).isEqualTo(expected).contains("cost.read").doesNotContain("event.read", "approval.answer");
    }

    @Test
    void a_refusal_names_the_operation_and_the_policies_and_is_in_the_ledger_once_a_minute() {
        Browser vera = Browser.somebody(platform, port, "vera", "viewer").browser();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused = vera.send("POST", "/api/v1/agents/all/kill", "{}");
            assertThat(refused.statusCode()).isEqualTo(403);
            JsonNode problem = json(refused);
            assertThat(problem.path("type").asString()).isEqualTo("urn:acso:problem:not-permitted");
            assertThat(problem.path("operation").asString()).isEqualTo("agent.kill");
            assertThat(problem.path("detail").asString()).contains("person:vera", "agent.kill", "administrator");
        }
        String ledger = platform.get("/api/v1/audit?limit=200").body();
        List<String> denials = new ArrayList<>();
        json(platform.get("/api/v1/audit?limit=200")).path("items").forEach(entry -> {
            if (entry.toString().contains("AccessDenied") && entry.toString().contains("person:vera")) {
                denials.add(entry.toString());
            }
        });
        assertThat(denials).as(ledger).hasSize(1);
        assertThat(denials.getFirst()).contains("agent.kill");
    }

    private boolean may(Role role, Assurance assurance, String operation) {
        return new Walkers.Walker(
                        "x", Map.of(), Principal.person("somebody"), Set.of(role.written()), assurance, Set.of())
                .may(policies.get(), operation);
    }

    /** Made once for all tests. */
    private List<Walkers.Walker> walkers() {
        if (everybody.isEmpty()) {
            everybody.addAll(new Walkers(platform, port, durability).all());
        }
        return everybody;
    }

    private HttpResponse<String> ask(Walkers.Walker walker, String method, String path, String body) {
        HttpRequest.Builder request = platform.nobodyTo(path.replaceAll("\\{[^}]+}", "none"))
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        walker.shows().forEach(request::header);
        return platform.send(request);
    }

    /**
     * A field at which queries begin.
     *
     * @param operation what its type says
     */
    private record Beginning(String query, String operation) {

        String asked() {
            return Json.text(Map.of("query", query));
        }
    }

    private static List<Beginning> beginnings(GraphQLObjectType root) {
        return root.getFieldDefinitions().stream()
                .map(field -> {
                    GraphQLObjectType type = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getType());
                    String arguments = field.getArgument("id") == null ? "" : "(id: \"none\")";
                    String operation = type.getAppliedDirective("permitted")
                            .getArgument("operation")
                            .getValue();
                    return new Beginning("{ " + field.getName() + arguments + " { __typename } }", operation);
                })
                .toList();
    }

    private static boolean refused(HttpResponse<String> answer) {
        return answer.statusCode() == 403
                && REFUSALS.contains(json(answer).path("type").asString());
    }

    private Stream<Endpoint> endpoints() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("io.acso."))
                .flatMap(each -> endpoints(each.getKey(), each.getValue()));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        Permitted permitted = handler.getMethodAnnotation(Permitted.class);
        assertThat(permitted != null || handler.hasMethodAnnotation(Open.class))
                .as(handler.toString())
                .isTrue();
        String operation = permitted == null ? null : permitted.value();
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Endpoint(method.name(), path, operation)));
    }
}
