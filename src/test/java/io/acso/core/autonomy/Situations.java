package io.acso.core.autonomy;

import io.acso.core.autonomy.Situation.Agreed;
import io.acso.core.autonomy.Situation.Approver;
import io.acso.core.autonomy.Situation.Tally;
import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Asset.Criticality;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import java.util.Optional;

/** Describes situations: one instance of a hundred, reversible, in a grave and sure incident, at level act. */
final class Situations {

    private static final Target TARGET = new Target("aws:ec2:instance", "aws:123456789012", "eu-north-1/i-0abc");

    private final String kind;
    private Principal principal = Principal.agent("incident-response");
    private Severity severity = Severity.HIGH;
    private int confidence = 90;
    private BlastRadius radius = new BlastRadius(1, 100, "");
    private boolean reversible = true;
    private Agreed agreed = Agreed.NOBODY;
    private Tally before = Tally.NOTHING;
    private AutonomyLevel level = AutonomyLevel.ACT;
    private Criticality criticality = Criticality.LOW;
    private boolean frozen;
    private boolean killed;

    private Situations(String kind) {
        this.kind = kind;
    }

    static Situations of(String kind) {
        return new Situations(kind);
    }

    Situations by(Principal other) {
        principal = other;
        return this;
    }

    Situations severity(Severity other) {
        severity = other;
        return this;
    }

    Situations confidence(int other) {
        confidence = other;
        return this;
    }

    Situations touches(long count, long fleet) {
        radius = new BlastRadius(count, fleet, "");
        return this;
    }

    Situations irreversible() {
        reversible = false;
        return this;
    }

    Situations approvedBy(Approver other) {
        agreed = new Agreed(other, 1, Assurance.TOKEN);
        return this;
    }

    Situations after(long actionsInExecution, long actionsInLastHour) {
        before = new Tally(actionsInExecution, actionsInLastHour, 0, 0, 0);
        return this;
    }

    Situations after(Tally counted) {
        before = counted;
        return this;
    }

    Situations agreed(int people, Assurance assurance) {
        agreed = new Agreed(Approver.PERSON, people, assurance);
        return this;
    }

    Situations frozen() {
        frozen = true;
        return this;
    }

    Situations level(AutonomyLevel other) {
        level = other;
        return this;
    }

    Situations on(Criticality other) {
        criticality = other;
        return this;
    }

    Situations killed() {
        killed = true;
        return this;
    }

    Situation build() {
        Asset asset = new Asset(TARGET.id(), TARGET.scope(), TARGET.type(), "ops", criticality, false);
        return new Situation(
                principal,
                kind,
                TARGET,
                Optional.of(asset),
                severity,
                confidence,
                radius,
                reversible,
                agreed,
                before,
                level,
                frozen,
                killed);
    }
}
