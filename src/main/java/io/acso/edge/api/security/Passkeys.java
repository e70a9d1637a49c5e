package io.acso.edge.api.security;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ceremonies of WebAuthn, for the host name that the browser used. A passkey is found by the authenticator itself
 * (discoverable) and always verifies its user, so that it is two factors in one.
 */
@Component
public final class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final PasskeyStore store;
    private final BegunCeremonies ceremonies;
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager();
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyStore store, BegunCeremonies ceremonies) {
        this.store = store;
        this.ceremonies = ceremonies;
    }

    /** The ceremony failed, or was never begun; the message says what to do. */
    public static final class CeremonyFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CeremonyFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** All else that a browser is told follows from who it is for. */
    private record Registration(String challenge, String username) {}

    private record Assertion(String challenge, @Nullable String username) {}

    /** What the browser makes a passkey from. */
    public JsonNode toRegister(String username, HttpServletRequest request, HttpServletResponse response) {
        Registration begun = new Registration(Bytes.random().toBase64UrlString(), username);
        JsonNode told = json.valueToTree(options(begun, party(request, begun.challenge())));
        ceremonies.begin(request, response, begun);
        return told;
    }

    /**
     * Keeps the passkey that was made.
     *
     * @param made {@code {credential, label}}
     * @throws CeremonyFailed when it does not fit what was asked for
     */
    public void register(String username, JsonNode made, HttpServletRequest request) {
        Registration begun = ceremonies
                .finish(request, Registration.class)
                .filter(each -> each.username().equals(username))
                .orElseThrow(() -> new CeremonyFailed("this took too long: begin again", null));
        try {
            RelyingPartyPublicKey key = json.treeToValue(made, RelyingPartyPublicKey.class);
            WebAuthnRelyingPartyOperations party = party(request, begun.challenge());
            party.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options(begun, party), key));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    /** What the browser signs; of one person's passkeys when somebody has begun to sign in, of any otherwise. */
    public JsonNode toAssert(Optional<String> username, HttpServletRequest request, HttpServletResponse response) {
        Assertion begun = new Assertion(Bytes.random().toBase64UrlString(), username.orElse(null));
        JsonNode told = json.valueToTree(options(begun, party(request, begun.challenge())));
        ceremonies.begin(request, response, begun);
        return told;
    }

    /**
     * Whose passkey signed.
     *
     * @throws CeremonyFailed when none did that is known here
     */
    public String assertion(JsonNode signed, HttpServletRequest request) {
        Assertion begun = ceremonies
                .finish(request, Assertion.class)
                .orElseThrow(() -> new CeremonyFailed("this took too long: begin again", null));
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.convertValue(signed, new TypeReference<>() {});
            WebAuthnRelyingPartyOperations party = party(request, begun.challenge());
            return Objects.requireNonNull(party.authenticate(
                            new RelyingPartyAuthenticationRequest(options(begun, party), credential)))
                    .getName();
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    private static PublicKeyCredentialCreationOptions options(
            Registration begun, WebAuthnRelyingPartyOperations party) {
        return Objects.requireNonNull(party.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(named(begun.username()))));
    }

    private static PublicKeyCredentialRequestOptions options(Assertion begun, WebAuthnRelyingPartyOperations party) {
        String username = begun.username();
        return party.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(username == null ? null : named(username)));
    }

    private static CeremonyFailed failed(RuntimeException e) {
        LOG.info("a passkey was refused: {}", e.toString());
        return new CeremonyFailed("the passkey was refused: use one that was set up here, or sign in another way", e);
    }

    private static Authentication named(String username) {
        return UsernamePasswordAuthenticationToken.authenticated(username, null, List.of());
    }

    /** We, as the browser addressed us, in the ceremony of this challenge. */
    private WebAuthnRelyingPartyOperations party(HttpServletRequest request, String challenge) {
        String host = request.getServerName();
        if (ADDRESS.matcher(host).matches()) {
            throw new CeremonyFailed("passkeys belong to a host name: open this page as http://localhost", null);
        }
        PublicKeyCredentialRpEntity us =
                PublicKeyCredentialRpEntity.builder().id(host).name("ACSO").build();
        Bytes bytes = Bytes.fromBase64(challenge);
        Webauthn4JRelyingPartyOperations party =
                new Webauthn4JRelyingPartyOperations(store, store, us, Set.of(OwnOrigin.of(request)));
        party.setWebAuthnManager(checks);
        party.setCustomizeCreationOptions(options -> options.challenge(bytes)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(
                options -> options.challenge(bytes).userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }
}
