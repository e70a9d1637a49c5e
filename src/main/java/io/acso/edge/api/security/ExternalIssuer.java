package io.acso.edge.api.security;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Factor;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.People;
import io.acso.edge.identity.Person;
import io.acso.edge.identity.Programs;
import io.acso.edge.identity.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/** The issuer of identities elsewhere, where the settings name one: what it says of people becomes an account here. */
@Component
final class ExternalIssuer {

    /** What in {@code amr} (RFC 8176) tells of more than a password. */
    private static final Set<String> STRONG = Set.of("mfa", "otp", "hwk", "swk", "fpt", "face", "pop");

    private static final int LONGEST_NAME = 100;

    private final IdentitySettings settings;
    private final People people;
    private final Programs programs;
    private final InstantSource clock;
    private final JwtDecoder decoder;

    ExternalIssuer(IdentitySettings settings, People people, Programs programs, InstantSource clock) {
        this.settings = settings;
        this.people = people;
        this.programs = programs;
        this.clock = clock;
        this.decoder = new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(String.valueOf(settings.issuer())));
    }

    boolean issued(String issuer) {
        return settings.issuer() != null && settings.issuer().toString().equals(issuer);
    }

    /** Who calls with an access token of the issuer's that was made for us. */
    Optional<Caller> caller(String token) {
        Jwt jwt = decoder.decode(token);
        if (!isForUs(jwt) || isIdToken(jwt)) {
            return Optional.empty();
        }
        String client = jwt.getClaimAsString("client_id");
        if (client != null && client.equals(jwt.getSubject())) {
            return Optional.of(service(client, jwt));
        }
        return Optional.of(person(jwt))
                .filter(person -> !person.disabled())
                .map(person -> new Caller(
                        person.principal(),
                        person.displayName(),
                        person.roles(),
                        Set.of(),
                        Map.of(isStrong(jwt) ? Factor.ISSUER_STRONG : Factor.ISSUER, provedAt(jwt)),
                        null));
    }

    /**
     * The account of whom these claims tell, made when there is none, with the roles of their groups.
     *
     * @throws IllegalArgumentException when their username belongs to somebody else here
     */
    Person person(ClaimAccessor claims) {
        return person(claims, roles(claims));
    }

    /** The same at a sign-in, where an issuer tells all: who is in no group any more has none of their roles. */
    Person signingIn(ClaimAccessor claims) {
        Set<Role> said = roles(claims);
        return person(claims, said == null && !settings.groups().isEmpty() ? Set.of() : said);
    }

    private Person person(ClaimAccessor claims, @Nullable Set<Role> roles) {
        String subject = Objects.requireNonNull(claims.getClaimAsString("sub"), "a token names its subject");
        String username = username(claims, subject);
        String name = claims.getClaimAsString("name");
        return people.vouchedFor(
                new Person.Vouched(String.valueOf(settings.issuer()), subject),
                username,
                name == null || name.isBlank() ? null : name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                roles);
    }

    static boolean isStrong(ClaimAccessor claims) {
        List<String> methods = claims.getClaimAsStringList("amr");
        return methods != null && methods.stream().anyMatch(STRONG::contains);
    }

    private String username(ClaimAccessor claims, String subject) {
        String given = claims.getClaimAsString(settings.usernameClaim());
        String lower = Objects.requireNonNullElse(given, "").toLowerCase(Locale.ROOT);
        return Person.USERNAME.matcher(lower).matches() ? lower : Digest.id("u", subject);
    }

    private @Nullable Set<Role> roles(ClaimAccessor claims) {
        List<String> groups = claims.getClaimAsStringList(settings.groupsClaim());
        if (groups == null) {
            return null;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.forEach(group -> roles.addAll(settings.groups().getOrDefault(group, Set.of())));
        return roles;
    }

    private Caller service(String client, Jwt jwt) {
        programs.called(client, owners(client, jwt));
        return new Caller(
                Principal.service(client),
                client,
                Objects.requireNonNullElse(roles(jwt), Set.of()),
                Set.of(),
                Map.of(Factor.TOKEN, clock.instant()),
                null);
    }

    /** Those that the settings name and those that its token names; a claim of another shape names nobody. */
    private Set<Principal> owners(String client, Jwt jwt) {
        String claim = settings.ownerClaim();
        Object named = claim == null ? null : jwt.getClaim(claim);
        Stream<?> told = named instanceof Collection<?> several ? several.stream() : Stream.ofNullable(named);
        return Stream.concat(settings.owners().getOrDefault(client, Set.of()).stream(), told)
                .map(owner -> owner.toString().toLowerCase(Locale.ROOT))
                .filter(owner -> Person.USERNAME.matcher(owner).matches())
                .map(Principal::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Instant provedAt(Jwt jwt) {
        Instant at = jwt.getClaimAsInstant("auth_time");
        return at == null ? Objects.requireNonNullElse(jwt.getIssuedAt(), Instant.EPOCH) : at;
    }

    /** Cognito names the client instead of an audience. */
    private boolean isForUs(Jwt jwt) {
        String expected = settings.audience() == null ? settings.clientId() : settings.audience();
        List<String> audience = Objects.requireNonNullElse(jwt.getAudience(), List.of());
        return audience.contains(expected)
                || (audience.isEmpty() && settings.clientId().equals(jwt.getClaimAsString("client_id")));
    }

    /** It tells the client who signed in, and opens nothing. */
    private static boolean isIdToken(Jwt jwt) {
        return jwt.hasClaim("at_hash") || jwt.hasClaim("nonce") || "id".equals(jwt.getClaimAsString("token_use"));
    }
}
