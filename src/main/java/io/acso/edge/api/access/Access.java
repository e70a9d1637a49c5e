package io.acso.edge.api.access;

import io.acso.core.autonomy.Asking;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Policies;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.edge.api.security.CallerAuthentication;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Permissions;
import io.acso.edge.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Decides whether a caller may have the platform carry out an operation. */
@Component
public final class Access implements Permissions {

    private final PoliciesInForce policies;
    private final Assured assured;
    private final Denials denials;

    Access(PoliciesInForce policies, Assured assured, Denials denials) {
        this.policies = policies;
        this.assured = assured;
        this.denials = denials;
    }

    /**
     * Returns when the policies let the caller; else the refusal is in the ledger.
     *
     * @param operation as {@code policies/people.cedarschema} declares it
     * @throws NotPermitted when they do not, or not without a stronger proof of who it is
     */
    public void check(@Nullable Authentication caller, String operation) {
        if (!(caller instanceof CallerAuthentication known)) {
            throw NotPermitted.refused(operation, "Nobody is known to ask for " + operation + ".", List.of());
        }
        Decision decision = policies.get().may(asking(known.caller(), operation));
        if (!permits(decision)) {
            denials.add(known.getPrincipal(), operation, decision);
            throw NotPermitted.of(operation, decision);
        }
    }

    /** With what takes a stronger proof of who they are, as they can give that. */
    @Override
    public Set<String> of(Caller caller) {
        Policies inForce = policies.get();
        return inForce.operations().stream()
                .filter(operation -> {
                    Decision decision = inForce.may(asking(caller, operation));
                    return permits(decision) || decision.need() != null;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Asking asking(Caller caller, String operation) {
        Set<String> roles = caller.roles().stream().map(Role::written).collect(Collectors.toUnmodifiableSet());
        return new Asking(
                caller.principal(),
                roles,
                assured.of(caller),
                isInScope(caller.scopes(), operation),
                caller.app() != null,
                operation);
    }

    private static boolean isInScope(Set<String> scopes, String operation) {
        String noun = operation.substring(0, Math.max(0, operation.indexOf('.')));
        return scopes.isEmpty() || scopes.contains(operation) || scopes.contains(noun);
    }

    private static boolean permits(Decision decision) {
        return decision.verdict() == Decision.Verdict.PERMIT;
    }
}
