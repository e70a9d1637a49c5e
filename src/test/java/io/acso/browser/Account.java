package io.acso.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who works here, made without the console.
 *
 * @param state the cookies of a browser they are signed in with, by password and code
 */
record Account(String username, String password, Authenticator app, String state) {

    static final String PASSWORD = "kestrel-over-the-lough-27";

    /** The first person, an administrator. */
    static Account first(Stage stage, String username, String displayName) {
        Map<String, String> wish = Map.of(
                "token", stage.setupToken(), "username", username, "displayName", displayName, "password", PASSWORD);
        return enrolled(stage, username, wish);
    }

    /** Somebody whom the machine's owner invites. */
    static Account invited(Stage stage, String username, String displayName, String... roles) {
        JsonNode invited = stage.platform()
                .api()
                .post("/people", Map.of("username", username, "displayName", displayName, "roles", List.of(roles)));
        Map<String, String> wish =
                Map.of("token", invited.path("invitation").asString(""), "username", username, "password", PASSWORD);
        return enrolled(stage, username, wish);
    }

    private static Account enrolled(Stage stage, String username, Map<String, String> setup) {
        APIRequestContext browser = Theatre.requests(stage.console(), null);
        try {
            post(browser, "/identity/setup", setup);
            Authenticator app = new Authenticator(post(browser, "/identity/totp/enrol", Map.of())
                    .path("secret")
                    .asString(""));
            post(browser, "/identity/totp/confirm", Map.of("code", app.code()));
            return new Account(username, PASSWORD, app, browser.storageState());
        } finally {
            browser.dispose();
        }
    }

    private static JsonNode post(APIRequestContext browser, String path, Map<String, String> body) {
        // As the console does it: another site cannot read the cookie.
        RequestOptions options = RequestOptions.create().setData(body).setHeader("X-XSRF-TOKEN", forgeryToken(browser));
        APIResponse response = browser.post(path, options);
        if (!response.ok()) {
            throw new IllegalStateException(path + " answered " + response.status() + ": " + response.text());
        }
        return Json.tree(response.text());
    }

    private static String forgeryToken(APIRequestContext browser) {
        for (JsonNode cookie : Json.tree(browser.storageState()).path("cookies")) {
            if (cookie.path("name").asString("").equals("XSRF-TOKEN")) {
                return cookie.path("value").asString("");
            }
        }
        return "";
    }

    /** Until when their last proof counts as fresh. */
    Instant assuredUntil(Stage stage) {
        APIRequestContext browser = Theatre.requests(stage.console(), state);
        try {
            String until = Json.tree(browser.get("/api/v1/me").text())
                    .path("assuredUntil")
                    .asString("");
            return Instant.parse(until);
        } finally {
            browser.dispose();
        }
    }
}
