package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.autonomy.Asking;
import io.acso.core.autonomy.Assurance;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Open;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.identity.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every operation of the API, asked for over HTTP as every role and as nobody: the answer is what the policies say. */
class AccessWalkTest extends ApiSuite {

    private static final String SIGNED_OUT = "urn:acso:problem:not-signed-in";
    private static final Set<String> REFUSALS =
            Set.of("urn:acso:problem:not-permitted", "urn:acso:problem:step-up-required");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    PoliciesInForce policies;

    /** @param operation null when the handler is open */
    private record Endpoint(String method, String path, String operation) {

        HttpResponse<String> ask(Browser browser) {
            return browser.send(method, path.replaceAll("\\{[^}]+}", "none"), "");
        }
    }

    @Test
    void every_operation_as_every_role() {
        List<Endpoint> endpoints = endpoints().filter(each -> each.operation() != null).toList();
        assertThat(endpoints).hasSizeGreaterThan(60);
        for (Role role : Role.values()) {
            Browser browser =
                    Browser.somebody(platform, port, "walk-" + role.written(), role.written()).browser();
            for (Endpoint endpoint : endpoints) {
                String what = role.written() + " " + endpoint;
                HttpResponse<String> answer = endpoint.ask(browser);
                boolean may = may(role, Assurance.SECOND_FACTOR, endpoint.operation());
                assertThat(refused(answer)).as(what + ": " + answer.body()).isEqualTo(!may);
                assertThat(answer.statusCode()).as(what + ": " + answer.body()).isLessThan(500);
            }
        }
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
        String ledger = platform.get("/api/v1/ledger/entries?limit=200").body();
        List<String> denials = new ArrayList<>();
        json(platform.get("/api/v1/ledger/entries?limit=200")).path("items").forEach(entry -> {
            if (entry.toString().contains("AccessDenied") && entry.toString().contains("person:vera")) {
                denials.add(entry.toString());
            }
        });
        assertThat(denials).as(ledger).hasSize(1);
        assertThat(denials.getFirst()).contains("agent.kill");
    }

    private boolean may(Role role, Assurance assurance, String operation) {
        return policies.get()
                        .may(new Asking(
                                Principal.person("somebody"), Set.of(role.written()), assurance, true, operation))
                        .verdict()
                == Decision.Verdict.PERMIT;
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
