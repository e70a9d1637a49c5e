package io.acso.edge.api.security;

import io.acso.domain.kernel.Principal;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Role;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A caller as Spring Security knows it. Its authorities are {@code ROLE_…} for each role, {@code SCOPE_…} for each
 * scope, {@code ASSURANCE_…} for the strongest proof, and {@code FACTOR_…} for each proof with the time it was given.
 */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient Supplier<Optional<Caller>> again;

    /** @param again who would be known by the same proof at another moment; empty when it counts no more */
    CallerAuthentication(Caller caller, Supplier<Optional<Caller>> again) {
        super(authorities(caller));
        this.caller = caller;
        this.again = again;
        super.setAuthenticated(true);
    }

    public Caller caller() {
        return caller;
    }

    /** Whether the session, token or key by which they are known still opens what it did. */
    public boolean stands() {
        return again.get()
                .filter(now -> now.principal().equals(caller.principal())
                        && now.roles().equals(caller.roles())
                        && now.scopes().equals(caller.scopes()))
                .isPresent();
    }

    @Override
    public Principal getPrincipal() {
        return caller.principal();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }

    private static Collection<? extends GrantedAuthority> authorities(Caller caller) {
        Stream<GrantedAuthority> factors = caller.factors().entrySet().stream()
                .map(factor -> FactorGrantedAuthority.withFactor(factor.getKey().name())
                        .issuedAt(factor.getValue())
                        .build());
        Stream<GrantedAuthority> others = Stream.of(
                        caller.roles().stream().map(Role::authority),
                        caller.scopes().stream().map(scope -> "SCOPE_" + scope),
                        Stream.of("ASSURANCE_" + caller.assurance().name()))
                .flatMap(authorities -> authorities)
                .map(SimpleGrantedAuthority::new);
        return Stream.concat(factors, others).toList();
    }
}
