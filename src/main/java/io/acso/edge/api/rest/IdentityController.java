package io.acso.edge.api.rest;

import io.acso.edge.api.access.Open;
import io.acso.edge.api.security.BrowserSessions;
import io.acso.edge.api.security.BrowserSessions.Present;
import io.acso.edge.api.security.SetupLink;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.Setup;
import io.acso.edge.identity.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a browser signs in and out. Open to everybody: each step judges by itself who may take it. */
@RestController
@RequestMapping("/identity")
final class IdentityController {

    private final SignIn signIn;
    private final Setup setup;
    private final SetupLink link;
    private final Signing signing;
    private final IdentitySettings settings;

    IdentityController(SignIn signIn, Setup setup, SetupLink link, Signing signing, IdentitySettings settings) {
        this.signIn = signIn;
        this.setup = setup;
        this.link = link;
        this.signing = signing;
        this.settings = settings;
    }

    /** What the page of a visitor shows. */
    @GetMapping("/state")
    @Open("who signs in is not known yet")
    StateBody state() {
        List<String> methods = new ArrayList<>(List.of("password", "passkey"));
        IssuerBody issuer = settings.issuer() == null
                ? null
                : new IssuerBody(String.valueOf(settings.issuer().getHost()), "/oauth2/authorization/issuer");
        return new StateBody(setup.needed(), methods, issuer);
    }

    /** The first person, by the link that the start printed, or one who was invited, by theirs. */
    @PostMapping("/setup")
    @Open("who signs in is not known yet")
    NextBody setup(@RequestBody SetupWish wish, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Answer answer;
        try {
            if (isFirst(wish.token())) {
                answer = first(wish, request);
            } else {
                answer = setup.accept(wish.token(), wish.password(), BrowserSessions.visitor(request));
            }
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-setup", String.valueOf(e.getMessage()));
        }
        return signing.done(answer, request, response);
    }

    /** The link is void, too, once somebody was let in by another way. */
    private boolean isFirst(String token) {
        return link.is(token) && setup.needed();
    }

    private SignIn.Answer first(SetupWish wish, HttpServletRequest request) {
        String username = Objects.requireNonNullElse(wish.username(), "");
        String name = Objects.requireNonNullElse(wish.displayName(), username);
        SignIn.Answer answer = setup.first(username, name, wish.password(), BrowserSessions.visitor(request));
        link.spend();
        return answer;
    }

    /** Whom a link is for, so that the page can greet them. */
    @PostMapping("/invitation")
    @Open("who signs in is not known yet")
    InvitationBody invitation(@RequestBody Token wish) {
        if (isFirst(wish.token())) {
            return new InvitationBody(true, null, null);
        }
        return setup.invited(wish.token())
                .map(person -> new InvitationBody(false, person.username(), person.displayName()))
                .orElseThrow(() -> Problems.of(
                        HttpStatus.GONE,
                        "invitation-gone",
                        "this link was used or has expired: ask an administrator for another"));
    }

    /** The first step of a sign-in; {@code next} says whether there is a second. */
    @PostMapping("/sign-in")
    @Open("who signs in is not known yet")
    NextBody signIn(@RequestBody SignInWish wish, HttpServletRequest request, HttpServletResponse response) {
        return signing.done(
                signIn.password(wish.username(), wish.password(), BrowserSessions.visitor(request)), request, response);
    }

    /** The second step of a sign-in: a code of the app, or a recovery code. */
    @PostMapping("/totp")
    @Open("who signs in is not known yet")
    NextBody totp(@RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        Present present = signing.present(request);
        return signing.done(signIn.code(present.session(), present.token(), code.code()), request, response);
    }

    /** Proves anew, within an open session, who is there. */
    @PostMapping("/step-up")
    @Open("who signs in is not known yet")
    NextBody stepUp(@RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        Present present = signing.open(request);
        return signing.done(signIn.code(present.session(), present.token(), code.code()), request, response);
    }

    /** Ends the session of this browser. */
    @PostMapping("/sign-out")
    @Open("who signs in is not known yet")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        signing.end(request, response);
    }

    /** {@code methods}: how people prove who they are here, beside the {@code issuer} if there is one. */
    record StateBody(
            boolean setupNeeded,
            List<String> methods,
            @Nullable IssuerBody issuer) {}

    record IssuerBody(String name, String href) {}

    /** {@code username} and {@code displayName}: of the first person; who is invited has them already. */
    record SetupWish(
            String token,
            @Nullable String username,
            @Nullable String displayName,
            String password) {
        SetupWish {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return "SetupWish[" + username + "]";
        }
    }

    record Token(String token) {
        Token {
            Objects.requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "Token[]";
        }
    }

    record InvitationBody(
            boolean first,
            @Nullable String username,
            @Nullable String displayName) {}

    record SignInWish(String username, String password) {
        SignInWish {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return "SignInWish[" + username + "]";
        }
    }

    record Code(String code) {
        Code {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public String toString() {
            return "Code[]";
        }
    }

    record NextBody(SignIn.Next next) {}
}
