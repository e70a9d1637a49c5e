package io.acso.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A security key in the browser, whose owner touches it and whom it knows. */
final class SecurityKey {

    private SecurityKey() {}

    static void plugInto(Visitor visitor) {
        CDPSession debugger = visitor.context().newCDPSession(visitor.page());
        debugger.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject argument = new JsonObject();
        argument.add("options", options);
        debugger.send("WebAuthn.addVirtualAuthenticator", argument);
    }
}
