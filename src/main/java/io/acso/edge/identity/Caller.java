package io.acso.edge.identity;

import io.acso.core.autonomy.Assurance;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how that is known.
 *
 * @param displayName for people to read
 * @param scopes what a token or key is limited to, operations such as {@code incident.read} or nouns such as
 *     {@code incident}; empty for people and for what is limited by its roles alone
 * @param factors what was proved, and when last
 * @param session the id of the browser's session in which they signed in; null for programs
 * @param app the client that asks in their name; null when they ask themselves
 */
public record Caller(
        Principal principal,
        String displayName,
        Set<Role> roles,
        Set<String> scopes,
        Map<Factor, Instant> factors,
        @Nullable String session,
        @Nullable String app) {

    /** Who asks themselves, whoever they are. */
    public Caller(
            Principal principal,
            String displayName,
            Set<Role> roles,
            Set<String> scopes,
            Map<Factor, Instant> factors,
            @Nullable String session) {
        this(principal, displayName, roles, scopes, factors, session, null);
    }

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        factors = Map.copyOf(factors);
    }

    /** The strongest proof of all that were given. */
    public Assurance assurance() {
        return factors.keySet().stream()
                .map(Factor::assurance)
                .max(Comparator.naturalOrder())
                .orElse(Assurance.TOKEN);
    }

    /** When a strong factor was last given; empty when none was. */
    public Optional<Instant> provedAt() {
        return factors.entrySet().stream()
                .filter(factor -> factor.getKey().strong())
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }
}
