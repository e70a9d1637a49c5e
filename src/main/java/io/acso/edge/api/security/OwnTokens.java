package io.acso.edge.api.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.SigningKeys;
import io.acso.edge.identity.SigningKeys.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Makes and reads the platform's own tokens. The newest key signs, all that are kept verify. */
@Component
final class OwnTokens {

    /** Whom an access token is for: this API. */
    static final String AUDIENCE = "acso";

    /** The claim with each factor and when it was given; {@code auth_time} is that of the last. */
    static final String PROVED = "acso_proved";

    private final SigningKeys keys;

    OwnTokens(SigningKeys keys) {
        this.keys = keys;
    }

    List<JWK> select(JWKSelector selector) {
        return selector.select(new JWKSet(keys.keys().stream()
                .map(OwnTokens::jwk)
                .map(RSAKey::toPublicJWK)
                .map(JWK.class::cast)
                .toList()));
    }

    OAuth2TokenGenerator<? extends OAuth2Token> generator() {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder((selector, context) ->
                selector.select(new JWKSet(jwk(keys.keys().getFirst()))));
        JwtGenerator generator = new JwtGenerator(encoder);
        generator.setJwtCustomizer(OwnTokens::describe);
        return new DelegatingOAuth2TokenGenerator(generator);
    }

    JwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSource((selector, context) -> select(selector))
                .build();
    }

    /** Who proved what and when goes with the token; what they may do is looked up when they call. */
    private static void describe(JwtEncodingContext token) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claim("client_id", token.getRegisteredClient().getClientId());
        }
        if (token.getPrincipal() instanceof CallerAuthentication person) {
            Caller caller = person.caller();
            token.getClaims()
                    .claim("name", caller.displayName())
                    .claim("preferred_username", caller.principal().name())
                    .claim(PROVED, proved(caller))
                    .claim(
                            "amr",
                            caller.factors().keySet().stream()
                                    .map(factor -> factor.written())
                                    .sorted()
                                    .toList())
                    .claim(
                            "auth_time",
                            caller.factors().values().stream()
                                    .max(Comparator.naturalOrder())
                                    .map(Instant::getEpochSecond)
                                    .orElse(0L));
            if (caller.session() != null) {
                token.getClaims().claim("sid", caller.session());
            }
        }
    }

    private static Map<String, Long> proved(Caller caller) {
        return caller.factors().entrySet().stream()
                .collect(Collectors.toMap(
                        factor -> factor.getKey().written(),
                        factor -> factor.getValue().getEpochSecond()));
    }

    private static RSAKey jwk(SigningKey key) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new RSAKey.Builder((RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(key.publicKey())))
                    .privateKey((RSAPrivateKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(key.privateKey())))
                    .keyID(key.id())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of our own making", e);
        }
    }
}
