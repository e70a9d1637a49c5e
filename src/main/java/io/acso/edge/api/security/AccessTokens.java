package io.acso.edge.api.security;

import com.nimbusds.jwt.JWTParser;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Factor;
import io.acso.edge.identity.People;
import io.acso.edge.identity.ServiceClient;
import io.acso.edge.identity.ServiceClients;
import io.acso.edge.identity.Sessions;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Knows who calls with an access token, of this platform or of the issuer in its place. A token says who somebody is;
 * whether they may still come in, and as what, is looked up each time.
 */
@Component
final class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final String PERSON = "person:";
    private static final Set<String> ABOUT_IDENTITY = Set.of("openid", "profile");

    private final JwtDecoder own;
    private final ExternalIssuer external;
    private final People people;
    private final Sessions sessions;
    private final ServiceClients clients;

    AccessTokens(OwnTokens own, ExternalIssuer external, People people, Sessions sessions, ServiceClients clients) {
        this.own = own.decoder();
        this.external = external;
        this.people = people;
        this.sessions = sessions;
        this.clients = clients;
    }

    /** Empty when it is no token, has expired, or whoever it names may not come in any more. */
    Optional<Caller> find(String token) {
        try {
            if (external.issued(issuer(token))) {
                return external.caller(token);
            }
            Jwt known = own.decode(token);
            return clients.isRevoked(token) ? Optional.empty() : own(known);
        } catch (JwtException | ParseException | IllegalArgumentException e) {
            LOG.info("an access token was refused: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Caller> own(Jwt token) {
        if (!List.of(OwnTokens.AUDIENCE).equals(token.getAudience())) {
            return Optional.empty();
        }
        String id = Objects.requireNonNullElse(token.getClaimAsString("client_id"), "");
        String subject = Objects.requireNonNullElse(token.getSubject(), "");
        Optional<ServiceClient> client = clients.find(id);
        return client.flatMap(known -> {
            Set<String> scopes = scopes(token, known);
            return known.isApp() ? person(token, subject, scopes) : clients.caller(id, scopes);
        });
    }

    /** Whoever signed in to the app, for as long as the session in which they did is open. */
    private Optional<Caller> person(Jwt token, String subject, Set<String> scopes) {
        String session = token.getClaimAsString("sid");
        if (!subject.startsWith(PERSON)
                || session == null
                || sessions.byId(session).isEmpty()) {
            return Optional.empty();
        }
        return people.find(subject.substring(PERSON.length()))
                .filter(person -> !person.disabled())
                .map(person -> new Caller(
                        person.principal(),
                        person.displayName(),
                        person.roles(),
                        scopes,
                        factors(token),
                        session,
                        token.getClaimAsString("client_id")));
    }

    /** Those of the token, else all that its client may have; never the whole of what the person may do by omission. */
    private static Set<String> scopes(Jwt token, ServiceClient client) {
        List<String> given = token.getClaimAsStringList("scope");
        Set<String> scopes = new LinkedHashSet<>(given == null ? List.of() : given);
        scopes.removeAll(ABOUT_IDENTITY);
        return scopes.isEmpty() ? client.scopes() : scopes;
    }

    private static Map<Factor, Instant> factors(Jwt token) {
        Map<String, Object> proved = Objects.requireNonNullElse(token.getClaimAsMap(OwnTokens.PROVED), Map.of());
        Map<Factor, Instant> factors = new LinkedHashMap<>();
        proved.forEach(
                (factor, at) -> factors.put(Factor.of(factor), Instant.ofEpochSecond(((Number) at).longValue())));
        return factors;
    }

    /** Not yet verified: it only chooses who verifies. */
    private static String issuer(String token) throws ParseException {
        return Objects.requireNonNullElse(
                JWTParser.parse(token).getJWTClaimsSet().getIssuer(), "");
    }
}
