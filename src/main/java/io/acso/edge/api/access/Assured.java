package io.acso.edge.api.access;

import io.acso.core.autonomy.Assurance;
import io.acso.core.autonomy.Caller;
import io.acso.core.autonomy.Role;
import io.acso.domain.kernel.Principal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;

/** What the way of signing in says of a caller by its authorities. */
public final class Assured {

    /** Before the name of an {@link Assurance}: how strongly, within the last minutes. */
    public static final String ASSURANCE = "ASSURANCE_";

    /** Before the name of a {@link Role}. */
    public static final String ROLE = "ROLE_";

    /** Before an operation or a noun that a service was let use. */
    public static final String SCOPE = "SCOPE_";

    private Assured() {}

    /** The strongest that was given; the weakest when none was. */
    public static Assurance of(Authentication caller) {
        return given(caller).orElse(Assurance.TOKEN);
    }

    /** The caller as policies see them; empty when it is nobody, or a person of whom no proof is known. */
    public static Optional<Caller> caller(Authentication caller) {
        if (!(caller.getPrincipal() instanceof Principal who)) {
            return Optional.empty();
        }
        boolean person = who.kind() == Principal.Kind.PERSON;
        Optional<Assurance> given = given(caller);
        if (person && given.isEmpty()) {
            return Optional.empty();
        }
        boolean local = person && given.filter(Assurance.TOKEN::equals).isPresent();
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> has(caller, ROLE + role.name()))
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(
                new Caller(who, roles, given.orElse(Assurance.TOKEN), local, person ? Set.of() : scopes(caller)));
    }

    private static Optional<Assurance> given(Authentication caller) {
        return Arrays.stream(Assurance.values())
                .filter(each -> has(caller, ASSURANCE + each.name()))
                .max(Comparator.naturalOrder());
    }

    private static Set<String> scopes(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(name -> name.startsWith(SCOPE))
                .map(name -> name.substring(SCOPE.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean has(Authentication caller, String name) {
        return caller.getAuthorities().stream().anyMatch(authority -> name.equals(authority.getAuthority()));
    }
}
