package io.acso.edge.api.rest;

import io.acso.edge.api.security.BrowserSessions;
import io.acso.edge.api.security.BrowserSessions.Present;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.Session;
import io.acso.edge.identity.Sessions;
import io.acso.edge.identity.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** The session of the browser that asks, and what becomes of it. */
@Component
final class Signing {

    private final BrowserSessions browsers;
    private final Sessions sessions;
    private final IdentitySettings settings;
    private final InstantSource clock;

    Signing(BrowserSessions browsers, Sessions sessions, IdentitySettings settings, InstantSource clock) {
        this.browsers = browsers;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The session, at whatever stage of signing in. */
    Present present(HttpServletRequest request) {
        return browsers.find(request)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed-in",
                        "sign in with your password first; it may be too long ago"));
    }

    Present open(HttpServletRequest request) {
        return browsers.find(request)
                .filter(Present::isOpen)
                .orElseThrow(() -> Problems.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "sign in first"));
    }

    /**
     * A session in which a way to prove oneself may be set up or given up: the first, while signing in; any, after a
     * fresh strong proof.
     */
    Present changing(HttpServletRequest request, boolean hasSecondFactor) {
        Present present = present(request);
        boolean first = present.session().stage() != Session.Stage.CODE && !hasSecondFactor;
        if (first || (present.isOpen() && fresh(present.held().caller()))) {
            return present;
        }
        throw Problems.of(
                HttpStatus.FORBIDDEN,
                "step-up-required",
                "prove anew who you are, by a code or a passkey, and repeat this within "
                        + settings.stepUp().toMinutes() + " minutes");
    }

    IdentityController.NextBody done(SignIn.Answer answer, HttpServletRequest request, HttpServletResponse response) {
        return switch (answer) {
            case SignIn.Answer.Welcome welcome -> {
                browsers.give(request, response, welcome.begun());
                yield new IdentityController.NextBody(welcome.next());
            }
            case SignIn.Answer.Refused refused ->
                throw Problems.of(
                        HttpStatus.UNAUTHORIZED,
                        "sign-in-refused",
                        "that does not fit together: look at what was typed and try again");
            case SignIn.Answer.Locked locked -> throw locked(locked);
        };
    }

    void go(HttpServletRequest request, HttpServletResponse response, Sessions.Begun begun) {
        browsers.give(request, response, begun);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        browsers.find(request)
                .ifPresent(present ->
                        sessions.end(present.session(), present.held().person().principal(), "SignedOut"));
        browsers.take(request, response);
    }

    private boolean fresh(Caller caller) {
        return caller.provedAt()
                .filter(at -> at.plus(settings.stepUp()).isAfter(clock.instant()))
                .isPresent();
    }

    private ErrorResponseException locked(SignIn.Answer.Locked locked) {
        long seconds =
                Math.max(1, Duration.between(clock.instant(), locked.until()).toSeconds() + 1);
        ErrorResponseException problem = Problems.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "sign-in-locked",
                "too many attempts failed: try again in " + seconds + " seconds, or sign in with a passkey");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return problem;
    }
}
