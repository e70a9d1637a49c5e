package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What keeps a session of a browser, and what its end takes along. */
class SessionEndTest extends ApiSuite {

    /** How a session is lost, by what somebody with the owner's token does to a person. */
    @FunctionalInterface
    interface Loss {
        void of(RunningPlatform platform, String username, Browser theirs);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                loss("revoked", (platform, username, theirs) -> {
                    String id = json(theirs.get("/api/v1/me")).path("session").asString();
                    platform.send(platform.to("/api/v1/sessions/" + id).DELETE());
                }),
                loss("demoted", (platform, username, theirs) -> change(platform, username, "{\"roles\":[\"viewer\"]}")),
                loss("disabled", (platform, username, theirs) -> change(platform, username, "{\"disabled\":true}")),
                loss(
                        "reset",
                        (platform, username, theirs) ->
                                platform.send(platform.to("/api/v1/people/" + username + "/invitation")
                                        .POST(ofString("")))),
                loss("gone", (platform, username, theirs) -> theirs.post("/identity/sign-out", Map.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void whoever_loses_a_session_or_a_role_sees_nothing_more(String how, Loss loss) throws Exception {
        String username = "end-" + how;
        Browser theirs =
                Browser.somebody(platform, port, username, "viewer", "analyst").browser();
        try (LiveSocket live = LiveSocket.connect(port, Map.of("cookie", cookies(theirs)))) {
            live.send(Map.of("type", "connection_init"));
            assertThat(live.take().path("type").asString()).isEqualTo("connection_ack");
            loss.of(platform, username, theirs);
            assertThat(live.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void only_a_person_keeps_a_session() {
        Browser browser =
                Browser.somebody(platform, port, "end-watched", "viewer").browser();
        JsonNode first = json(browser.get("/identity/presence"));
        assertThat(first.path("idle").asLong()).isEqualTo(Duration.ofHours(8).toMillis());
        long left = first.path("left").asLong();
        assertThat(left)
                .isBetween(
                        first.path("idle").asLong() - 120_000,
                        first.path("idle").asLong());
        browser.get("/api/v1/me");
        browser.post("/api/graphql", Map.of("query", "{ __typename }"));
        assertThat(json(browser.get("/identity/presence")).path("left").asLong())
                .as("less by the time that went")
                .isLessThan(left);
        assertThat(browser.post("/identity/presence", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_and_no_program_has_one_to_keep() {
        assertThat(new Browser(port).get("/identity/presence").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).post("/identity/presence", Map.of()).statusCode())
                .isEqualTo(401);
        assertThat(platform.get("/identity/presence").statusCode()).isEqualTo(401);
        Browser browser =
                Browser.somebody(platform, port, "end-ridden", "viewer").browser();
        assertThat(browser.postFromElsewhere("/identity/presence", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private static Arguments loss(String how, Loss loss) {
        return Arguments.of(how, loss);
    }

    private static void change(RunningPlatform platform, String username, String change) {
        assertThat(platform.send(platform.to("/api/v1/people/" + username)
                                .header("content-type", "application/json")
                                .method("PATCH", ofString(change)))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String cookies(Browser browser) {
        return browser.cookies().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
