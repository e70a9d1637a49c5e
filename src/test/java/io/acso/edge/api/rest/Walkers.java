package io.acso.edge.api.rest;

import io.acso.core.autonomy.Asking;
import io.acso.core.autonomy.Assurance;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Policies;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.identity.Role;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everybody who may stand before a door: each role with a fresh proof and without, programs, and what they show. */
record Walkers(RunningPlatform platform, int port, Durability durability) {

    /**
     * One of them.
     *
     * @param shows the headers that say who it is
     * @param scopes empty when there are none
     */
    record Walker(
            String name,
            Map<String, String> shows,
            Principal principal,
            Set<String> roles,
            Assurance assurance,
            Set<String> scopes) {

        boolean may(Policies policies, String operation) {
            boolean inScope = scopes.isEmpty()
                    || scopes.contains(operation)
                    || scopes.contains(operation.substring(0, operation.indexOf('.')));
            return policies.may(new Asking(principal, roles, assurance, inScope, false, operation))
                            .verdict()
                    == Decision.Verdict.PERMIT;
        }
    }

    List<Walker> all() {
        List<Walker> all = new ArrayList<>();
        for (Role role : Role.values()) {
            all.add(person(role, Assurance.SECOND_FACTOR));
        }
        // Whoever may do what takes a fresh proof.
        for (Role role : Set.of(Role.RESPONDER, Role.APPROVER, Role.ADMINISTRATOR)) {
            all.add(person(role, Assurance.PASSWORD));
        }
        all.add(key(Set.of(), Set.of("viewer", "approver")));
        all.add(key(Set.of("incident.read", "queue"), Set.of("administrator")));
        all.add(client(Set.of("finding", "event.ingest"), Set.of("analyst")));
        return all;
    }

    private Walker person(Role role, Assurance assurance) {
        boolean fresh = assurance.atLeast(Assurance.SECOND_FACTOR);
        String name = "walk-" + role.written() + (fresh ? "" : "-stale");
        Browser browser = Browser.somebody(platform, port, name, role.written()).browser();
        if (!fresh) {
            age(browser.cookies().get("acso"));
        }
        String cookies = browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        Map<String, String> shows =
                Map.of("cookie", cookies, "X-XSRF-TOKEN", browser.cookies().get("XSRF-TOKEN"));
        return new Walker(name, shows, Principal.person(name), Set.of(role.written()), assurance, Set.of());
    }

    /** As if the strong proof of this session had been given an hour ago. */
    private void age(String token) {
        Key place = new Key(
                "session", Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex());
        Item held = durability.records().get(place).orElseThrow();
        ObjectNode session = (ObjectNode) held.as(JsonNode.class);
        session.set("factors", Json.object().put("password", now()).put("totp", now() - 3600.0));
        durability.commit(Commit.builder().put(held.replacedBy(session)).build());
    }

    private static double now() {
        return Instant.now().getEpochSecond();
    }

    private Walker key(Set<String> scopes, Set<String> roles) {
        JsonNode made = made(
                "/api/v1/api-keys",
                Map.of(
                        "name",
                        "a walking key",
                        "roles",
                        roles,
                        "scopes",
                        scopes,
                        "expires",
                        Instant.now().plusSeconds(3600).toString()));
        return program(
                "key " + scopes,
                made.path("key").asString(),
                made.at("/apiKey/id").asString(),
                roles,
                scopes);
    }

    private Walker client(Set<String> scopes, Set<String> roles) {
        JsonNode made = made("/api/v1/clients", Map.of("name", "a walking client", "roles", roles, "scopes", scopes));
        String id = made.at("/client/id").asString();
        String basic = id + ":" + made.path("secret").asString();
        String form = "grant_type=client_credentials&scope=" + String.join("+", scopes);
        JsonNode answer = Json.tree(platform.send(platform.nobodyTo("/oauth2/token")
                        .header(
                                "authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .body());
        return program("client " + scopes, answer.path("access_token").asString(), id, roles, scopes);
    }

    private static Walker program(String name, String token, String id, Set<String> roles, Set<String> scopes) {
        Map<String, String> shows = Map.of("authorization", "Bearer " + token);
        return new Walker(name, shows, Principal.service(id), roles, Assurance.TOKEN, scopes);
    }

    private JsonNode made(String path, Map<String, Object> wish) {
        return Json.tree(platform.send(platform.to(path)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(Json.text(wish))))
                .body());
    }
}
