package io.acso.edge.api.access;

import io.acso.core.autonomy.Caller;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Policies;
import io.acso.core.autonomy.PoliciesInForce;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Decides whether a caller may have the platform carry out an operation. */
@Component
public final class Access {

    private final PoliciesInForce policies;
    private final Denials denials;

    Access(PoliciesInForce policies, Denials denials) {
        this.policies = policies;
        this.denials = denials;
    }

    /**
     * Returns when the policies let the caller; else the refusal is in the ledger.
     *
     * @param operation as {@code policies/people.cedarschema} declares it
     * @throws NotPermitted when they do not, or not without a stronger proof of who it is
     */
    public void check(Authentication caller, String operation) {
        Caller asking = Assured.caller(caller).orElseThrow(() -> unknown(operation));
        Decision decision = policies.get().mayAsk(asking, operation);
        if (decision.verdict() != Decision.Verdict.PERMIT) {
            denials.add(asking.principal(), operation, decision.policies(), decision.need() != null);
            throw NotPermitted.of(operation, decision);
        }
    }

    /** What the caller may ask for, sorted; with what takes a stronger proof of who they are, as they can give that. */
    public List<String> operations(Authentication caller) {
        Optional<Caller> asking = Assured.caller(caller);
        Policies inForce = policies.get();
        return asking.stream()
                .flatMap(who -> inForce.operations().stream().filter(operation -> may(inForce, who, operation)))
                .toList();
    }

    private static boolean may(Policies inForce, Caller who, String operation) {
        Decision decision = inForce.mayAsk(who, operation);
        return decision.verdict() == Decision.Verdict.PERMIT || decision.need() != null;
    }

    private static NotPermitted unknown(String operation) {
        return NotPermitted.refused(operation, "Nobody is known to ask, and no policy lets nobody do that.", List.of());
    }
}
