package io.acso.edge.api.rest;

import io.acso.domain.kernel.Principal;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What people may hand on to the programs they make: no more than they have. */
final class Lending {

    private Lending() {}

    static void check(Caller caller, Set<Role> roles) {
        if (caller.principal().kind() != Principal.Kind.PERSON) {
            throw Problems.of(
                    HttpStatus.FORBIDDEN, "person-needed", "a person lets programs in, not " + caller.principal());
        }
        if (!caller.roles().contains(Role.ADMINISTRATOR) && !caller.roles().containsAll(roles)) {
            throw Problems.of(HttpStatus.FORBIDDEN, "not-permitted", "nobody hands on a role that they do not have");
        }
    }

    static Set<String> scopes(@Nullable Set<String> given) {
        return given == null ? Set.of() : given;
    }

    static boolean isTheirs(Caller caller, Principal owner) {
        return caller.principal().equals(owner) || caller.roles().contains(Role.ADMINISTRATOR);
    }
}
