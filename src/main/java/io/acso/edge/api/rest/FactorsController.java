package io.acso.edge.api.rest;

import io.acso.edge.api.access.Open;
import io.acso.edge.api.security.BrowserSessions.Present;
import io.acso.edge.identity.Enrolment;
import io.acso.edge.identity.Passkey;
import io.acso.edge.identity.Sessions;
import io.acso.edge.identity.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people prove themselves with: each changes their own, in the browser they have signed in with. */
@RestController
@RequestMapping("/identity")
final class FactorsController {

    private final Enrolment enrolment;
    private final SignIn signIn;
    private final Signing signing;

    FactorsController(Enrolment enrolment, SignIn signIn, Signing signing) {
        this.enrolment = enrolment;
        this.signIn = signIn;
        this.signing = signing;
    }

    /** What the person who is signed in can prove themselves with. */
    @GetMapping("/factors")
    @Open("each judges by the session of the browser that asks, at whatever stage of signing in")
    FactorsBody factors(HttpServletRequest request) {
        String username = signing.open(request).session().username();
        return new FactorsBody(
                enrolment.hasPassword(username),
                enrolment.hasTotp(username),
                enrolment.recoveryCodesLeft(username),
                enrolment.passkeys(username).stream().map(PasskeyBody::from).toList());
    }

    /** A new secret for the app; it holds once a code of it was confirmed. */
    @PostMapping("/totp/enrol")
    @Open("each judges by the session of the browser that asks, at whatever stage of signing in")
    OfferBody enrol(HttpServletRequest request) {
        Present present = changing(request);
        Enrolment.Offer offer = enrolment.offer(present.session().username());
        return new OfferBody(offer.secret(), offer.uri(), QrSvg.of(offer.uri()));
    }

    /** The app holds from now on; answers the recovery codes, once. */
    @PostMapping("/totp/confirm")
    @Open("each judges by the session of the browser that asks, at whatever stage of signing in")
    RecoveryBody confirm(
            @RequestBody IdentityController.Code code, HttpServletRequest request, HttpServletResponse response) {
        Present present = changing(request);
        Enrolment.Enrolled enrolled = enrolment
                .confirm(present.session(), present.token(), code.code())
                .orElseThrow(
                        () -> Problems.badRequest(
                                "code-wrong",
                                "the code does not belong to the secret: wait for the next one, and look at the clock of the phone"));
        signing.go(request, response, enrolled.begun());
        return new RecoveryBody(enrolled.recoveryCodes());
    }

    /** Takes the app away, and its recovery codes. */
    @DeleteMapping("/totp")
    @Open("each judges by the session of the browser that asks, at whatever stage of signing in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTotp(HttpServletRequest request) {
        enrolment.removeTotp(changing(request).session().username());
    }

    /** Takes one passkey away. */
    @DeleteMapping("/passkeys/{id}")
    @Open("each judges by the session of the browser that asks, at whatever stage of signing in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePasskey(@PathVariable String id, HttpServletRequest request) {
        if (!enrolment.removePasskey(changing(request).session().username(), id)) {
            throw Problems.of(HttpStatus.NOT_FOUND, "not-found", "there is no passkey '" + id + "' of yours");
        }
    }

    /** Ends every other session. */
    @PostMapping("/password")
    @Open("each judges by the session of the browser that asks, at whatever stage of signing in")
    IdentityController.NextBody password(
            @RequestBody PasswordWish wish, HttpServletRequest request, HttpServletResponse response) {
        Present present = signing.open(request);
        Sessions.Begun begun;
        try {
            begun = signIn.changePassword(present.session(), wish.current(), wish.chosen())
                    .orElseThrow(() -> Problems.badRequest("password-wrong", "the current password is another"));
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-password", String.valueOf(e.getMessage()));
        }
        signing.go(request, response, begun);
        return new IdentityController.NextBody(SignIn.Next.DONE);
    }

    private Present changing(HttpServletRequest request) {
        String username = signing.present(request).session().username();
        return signing.changing(request, enrolment.hasSecondFactor(username));
    }

    record FactorsBody(boolean password, boolean totp, int recoveryCodesLeft, List<PasskeyBody> passkeys) {}

    record PasskeyBody(String id, String label, Instant created, Instant lastUsed) {
        static PasskeyBody from(Passkey passkey) {
            return new PasskeyBody(passkey.id(), passkey.label(), passkey.created(), passkey.lastUsed());
        }
    }

    /** {@code qr}: the {@code uri} as a picture, in SVG. */
    record OfferBody(String secret, String uri, String qr) {
        @Override
        public String toString() {
            return "OfferBody[]";
        }
    }

    record RecoveryBody(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryBody[]";
        }
    }

    record PasswordWish(String current, String chosen) {
        PasswordWish {
            Objects.requireNonNull(current, "current");
            Objects.requireNonNull(chosen, "chosen");
        }

        @Override
        public String toString() {
            return "PasswordWish[]";
        }
    }
}
