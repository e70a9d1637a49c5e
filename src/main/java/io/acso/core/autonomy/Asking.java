package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import java.util.Set;

/**
 * Who asks the platform for what, as policies see it.
 *
 * @param roles as policies write them: {@code service-manager}
 * @param assurance how strongly they have proved who they are, lately enough to count
 * @param inScope the operation is within what their token or key is limited to
 * @param byApp an app asks in their name
 * @param operation what they ask for: {@code incident.read}
 */
public record Asking(
        Principal principal, Set<String> roles, Assurance assurance, boolean inScope, boolean byApp, String operation) {

    public Asking {
        roles = Set.copyOf(roles);
    }

    Asking provenBy(Assurance stronger) {
        return new Asking(principal, roles, stronger, inScope, byApp, operation);
    }
}
