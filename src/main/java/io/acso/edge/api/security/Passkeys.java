package io.acso.edge.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
    private static final int MOST_ORIGINS = 16;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final PasskeyStore store;
    private final Ceremonies ceremonies;
    private final Cache<String, WebAuthnRelyingPartyOperations> parties =
            Caffeine.newBuilder().maximumSize(MOST_ORIGINS).build();
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyStore store, Ceremonies ceremonies) {
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

    private record Registration(PublicKeyCredentialCreationOptions options, String username) {}

    private record Assertion(PublicKeyCredentialRequestOptions options) {}

    /** What the browser makes a passkey from. */
    public JsonNode toRegister(String username, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialCreationOptions options = Objects.requireNonNull(party(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(named(username))));
        ceremonies.begin(request, response, new Registration(options, username));
        return json.valueToTree(options);
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
            party(request).registerCredential(new ImmutableRelyingPartyRegistrationRequest(begun.options(), key));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    /** What the browser signs; of one person's passkeys when somebody has begun to sign in, of any otherwise. */
    public JsonNode toAssert(Optional<String> username, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = party(request)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(
                        username.map(Passkeys::named).orElse(null)));
        ceremonies.begin(request, response, new Assertion(options));
        return json.valueToTree(options);
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
            return Objects.requireNonNull(party(request)
                            .authenticate(new RelyingPartyAuthenticationRequest(begun.options(), credential)))
                    .getName();
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    private static CeremonyFailed failed(RuntimeException e) {
        LOG.info("a passkey was refused: {}", e.toString());
        return new CeremonyFailed("the passkey was refused: use one that was set up here, or sign in another way", e);
    }

    private static Authentication named(String username) {
        return UsernamePasswordAuthenticationToken.authenticated(username, null, List.of());
    }

    private WebAuthnRelyingPartyOperations party(HttpServletRequest request) {
        String host = request.getServerName();
        if (ADDRESS.matcher(host).matches()) {
            throw new CeremonyFailed("passkeys belong to a host name: open this page as http://localhost", null);
        }
        return Objects.requireNonNull(parties.get(OwnOrigin.of(request), origin -> party(host, origin)));
    }

    private WebAuthnRelyingPartyOperations party(String host, String origin) {
        PublicKeyCredentialRpEntity us =
                PublicKeyCredentialRpEntity.builder().id(host).name("ACSO").build();
        Webauthn4JRelyingPartyOperations party = new Webauthn4JRelyingPartyOperations(store, store, us, Set.of(origin));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }
}
