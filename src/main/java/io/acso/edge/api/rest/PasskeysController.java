package io.acso.edge.api.rest;

import io.acso.edge.api.security.BrowserSessions;
import io.acso.edge.api.security.BrowserSessions.Present;
import io.acso.edge.api.security.Passkeys;
import io.acso.edge.identity.Enrolment;
import io.acso.edge.identity.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Passkeys, at the addresses and in the shapes of Spring Security's own WebAuthn support. */
@RestController
final class PasskeysController {

    private final Passkeys passkeys;
    private final Enrolment enrolment;
    private final SignIn signIn;
    private final Signing signing;
    private final BrowserSessions browsers;

    PasskeysController(
            Passkeys passkeys, Enrolment enrolment, SignIn signIn, Signing signing, BrowserSessions browsers) {
        this.passkeys = passkeys;
        this.enrolment = enrolment;
        this.signIn = signIn;
        this.signing = signing;
        this.browsers = browsers;
    }

    @PostMapping("/webauthn/register/options")
    JsonNode toRegister(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.toRegister(changing(request).session().username(), request, response);
    }

    /** A passkey that was made in a sign-in that asks for a second factor ends it. */
    @PostMapping("/webauthn/register")
    Registered register(@RequestBody Registration body, HttpServletRequest request, HttpServletResponse response) {
        Present present = changing(request);
        passkeys.register(present.session().username(), body.publicKey(), request);
        signing.go(request, response, enrolment.proved(present.session(), present.token()));
        return new Registered(true);
    }

    @PostMapping("/webauthn/authenticate/options")
    JsonNode toAssert(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> username =
                browsers.find(request).map(present -> present.session().username());
        return passkeys.toAssert(username, request, response);
    }

    /** Signs in; or ends a sign-in that has begun, or proves anew who is there, in a session of the same person. */
    @PostMapping("/login/webauthn")
    Authenticated login(@RequestBody JsonNode signed, HttpServletRequest request, HttpServletResponse response) {
        String username = passkeys.assertion(signed, request);
        SignIn.Answer answer = browsers.find(request)
                .filter(present -> present.session().username().equals(username))
                .map(present -> signIn.passkey(present.session(), present.token()))
                .orElseGet(() -> signIn.passkey(username, BrowserSessions.visitor(request)));
        IdentityController.NextBody done = signing.done(answer, request, response);
        return new Authenticated(true, "/", done.next());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Passkeys.CeremonyFailed failed) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .body(Problems.detail(HttpStatus.UNAUTHORIZED, "passkey-refused", String.valueOf(failed.getMessage())));
    }

    private Present changing(HttpServletRequest request) {
        String username = signing.present(request).session().username();
        return signing.changing(request, enrolment.hasSecondFactor(username));
    }

    /** {@code publicKey}: {@code {credential, label}}. */
    record Registration(JsonNode publicKey) {}

    record Registered(boolean success) {}

    record Authenticated(boolean authenticated, String redirectUrl, SignIn.Next next) {}
}
