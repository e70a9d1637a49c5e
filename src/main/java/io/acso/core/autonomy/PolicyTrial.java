package io.acso.core.autonomy;

import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Asset.Criticality;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import io.acso.platform.content.ContentSnapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gate would decide for a described action, from the policies alone. The description is a JSON document:
 *
 * <pre>{@code
 * {"principal": "agent:incident-response",
 *  "action": {"kind": "aws.ec2.stop-instance",
 *             "target": {"type": "aws:ec2:instance", "scope": "aws:123456789012", "id": "eu-north-1/i-0abc"}},
 *  "context": {"severity": "high", "confidence": 90}}
 * }</pre>
 *
 * The context may add {@code blastRadius} ({@code count}, 1 unless given, and {@code fleet}, unknown unless given),
 * {@code reversible}, {@code approved} ({@code approver}: {@code person} unless {@code service} is given,
 * {@code approvals}: 1, {@code assurance}: {@code token}), {@code level}, {@code criticality}, {@code exposed},
 * {@code actionsInExecution}, {@code actionsInLastHour}, {@code actionsInLastMinute}, {@code touchedInExecution},
 * {@code touchedInLastHour}, {@code frozen} and {@code killed}; what is left out is false, zero or the default.
 */
public final class PolicyTrial {

    private final Policies policies;
    private final AutonomyLevels.Defaults levels;

    /**
     * What came of it.
     *
     * @param decision {@code permit}, {@code approval} or {@code forbid}
     * @param policies ids of those that decided
     * @param need what an approval takes, when one would permit it
     * @param nearest what would have had to be different, when an approval alone would not do
     */
    public record Outcome(
            String decision,
            List<String> policies,
            String explanation,
            Decision.@Nullable Need need,
            Decision.@Nullable Nearest nearest) {}

    public PolicyTrial(Policies policies, AutonomyLevels.Defaults levels) {
        this.policies = policies;
        this.levels = levels;
    }

    /** @throws PoliciesInvalid when the snapshot's policies cannot be used */
    public PolicyTrial(ContentSnapshot content, AutonomyLevels.Defaults levels) {
        this(Policies.load(content), levels);
    }

    /** @throws TrialInvalid when the document cannot be read; names the JSON pointer and the cure */
    public Outcome decide(String json) {
        Decision decision = policies.decide(situation(json));
        String word = switch (decision.verdict()) {
            case PERMIT -> "permit";
            case NEEDS_APPROVAL -> "approval";
            case FORBID -> "forbid";
        };
        return new Outcome(word, decision.policies(), decision.explanation(), decision.need(), decision.nearest());
    }

    private Situation situation(String json) {
        TrialFields document = TrialFields.of(json, "principal", "action", "context");
        Principal principal = principal(document);
        TrialFields action = document.object("action", "kind", "target", "arguments");
        String kind = action.text("kind");
        TrialFields at = action.object("target", "type", "scope", "id");
        action.checkTexts("arguments");
        Target target = new Target(at.text("type"), at.text("scope"), at.text("id"));
        TrialFields context = document.object(
                "context",
                "severity",
                "confidence",
                "blastRadius",
                "reversible",
                "approved",
                "approver",
                "approvals",
                "assurance",
                "level",
                "criticality",
                "exposed",
                "actionsInExecution",
                "actionsInLastHour",
                "actionsInLastMinute",
                "touchedInExecution",
                "touchedInLastHour",
                "frozen",
                "killed");
        return new Situation(
                principal,
                kind,
                target,
                asset(context, target),
                context.word("severity", Severity.class)
                        .orElseThrow(() -> context.wrong("severity", "missing; add it")),
                (int) context.number("confidence", 0, 100),
                radius(context),
                context.flag("reversible"),
                agreed(context),
                new Situation.Tally(
                        counted(context, "actionsInExecution"),
                        counted(context, "actionsInLastHour"),
                        counted(context, "actionsInLastMinute"),
                        counted(context, "touchedInExecution"),
                        counted(context, "touchedInLastHour")),
                context.word("level", AutonomyLevel.class).orElseGet(() -> levels.of(kind)),
                context.flag("frozen"),
                context.flag("killed"));
    }

    private static Principal principal(TrialFields document) {
        try {
            return Principal.parse(document.text("principal"));
        } catch (IllegalArgumentException e) {
            throw document.wrong("principal", "write kind:name, such as agent:incident-response or person:alice");
        }
    }

    private static Optional<Asset> asset(TrialFields context, Target target) {
        return context.word("criticality", Criticality.class)
                .map(criticality -> new Asset(
                        target.id(), target.scope(), target.type(), "", criticality, context.flag("exposed")));
    }

    private static BlastRadius radius(TrialFields context) {
        return context.optionalObject("blastRadius", "count", "fleet")
                .map(radius -> new BlastRadius(
                        radius.number("count", 1, 0, Integer.MAX_VALUE),
                        radius.number("fleet", 0, 0, Integer.MAX_VALUE),
                        "as described"))
                .orElse(new BlastRadius(1, 0, "as described"));
    }

    private static long counted(TrialFields context, String name) {
        return context.number(name, 0, 0, Integer.MAX_VALUE);
    }

    private static Situation.Agreed agreed(TrialFields context) {
        Situation.Approver who =
                context.word("approver", Situation.Approver.class).orElse(Situation.Approver.PERSON);
        int people = (int) context.number("approvals", 1, 1, ApprovalTerms.MOST);
        Assurance assurance = context.word("assurance", Assurance.class).orElse(Assurance.TOKEN);
        return context.flag("approved")
                ? new Situation.Agreed(who, people, assurance)
                : Situation.Agreed.NOBODY;
    }
}
