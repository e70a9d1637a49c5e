package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import java.util.Set;

/**
 * Who asks the platform for an operation, as policies see them.
 *
 * @param assurance how strongly they have proved who they are, lately enough to count
 * @param local they hold the token of the machine's own owner
 * @param scopes what a service was let do at most: operations ({@code incident.read}) or all of a noun ({@code
 *     incident}); nothing for a person
 */
public record Caller(Principal principal, Set<Role> roles, Assurance assurance, boolean local, Set<String> scopes) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Whether an operation is among what a service was let do. */
    boolean inScope(String operation) {
        int dot = operation.indexOf('.');
        return scopes.contains(operation) || dot > 0 && scopes.contains(operation.substring(0, dot));
    }

    Caller provenBy(Assurance stronger) {
        return new Caller(principal, roles, stronger, local, scopes);
    }
}
