package io.acso.core.autonomy;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.Decimal;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.acso.domain.kernel.Principal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is asked, in Cedar's terms: the words are those of {@code content/policies/schema.cedarschema}. */
record CedarQuestion(
        EntityUID principal, EntityUID action, EntityUID resource, Map<String, Value> context, Set<Entity> entities) {

    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName TARGET = type("Target");
    private static final EntityTypeName PLAN = type("Plan");
    private static final EntityTypeName CRITICALITY = type("Criticality");
    private static final EntityTypeName LEVEL = type("Level");
    private static final EntityTypeName APPROVER = type("Approver");

    /** May this agent do this? */
    static CedarQuestion of(Situation situation) {
        EntityUID target =
                TARGET.of(situation.target().scope() + " " + situation.target().id());
        return new CedarQuestion(
                uid(situation.principal()),
                ACTION.of(situation.kind()),
                target,
                context(situation),
                Set.of(new Entity(target, attributes(situation), Set.of())));
    }

    /** May this principal answer for this plan? */
    static CedarQuestion of(Principal principal, Plan plan) {
        EntityUID resource = PLAN.of(plan.executionId());
        Map<String, Value> attributes = Map.of(
                "playbook", new PrimString(plan.playbookId()),
                "kinds", strings(plan, Action::kind),
                "scopes", strings(plan, action -> action.target().scope()),
                "actions", new PrimLong(plan.actions().size()),
                "reversible",
                        new PrimBool(plan.actions().stream()
                                .allMatch(planned -> planned.dryRun().inverse() != null)));
        return new CedarQuestion(
                uid(principal),
                ACTION.of("approve"),
                resource,
                Map.of(),
                Set.of(new Entity(resource, attributes, Set.of())));
    }

    /** The request, to be checked against the schema. */
    AuthorizationRequest request(Schema schema) {
        return new AuthorizationRequest(principal, action, resource, Optional.of(context), Optional.of(schema), true);
    }

    private static Map<String, Value> attributes(Situation situation) {
        Map<String, Value> attributes = new HashMap<>();
        attributes.put("type", new PrimString(situation.target().type()));
        attributes.put("scope", new PrimString(situation.target().scope()));
        attributes.put(
                "criticality",
                CRITICALITY.of(situation
                        .asset()
                        .map(asset -> asset.criticality().name())
                        .orElse("UNKNOWN")));
        situation.asset().ifPresent(asset -> attributes.put("exposed", new PrimBool(asset.exposed())));
        return attributes;
    }

    private static Map<String, Value> context(Situation situation) {
        BlastRadius radius = situation.radius();
        return Map.ofEntries(
                Map.entry("severity", new PrimLong(situation.severity().ocsfId())),
                Map.entry("confidence", new PrimLong(situation.confidence())),
                Map.entry("count", new PrimLong(radius.count())),
                Map.entry("fleet", new PrimLong(radius.fleet())),
                Map.entry("share", share(radius)),
                Map.entry("reversible", new PrimBool(situation.reversible())),
                Map.entry("approved", new PrimBool(situation.approver() != Situation.Approver.NOBODY)),
                Map.entry("approver", APPROVER.of(situation.approver().name())),
                Map.entry("actionsInExecution", new PrimLong(situation.inExecution())),
                Map.entry("actionsInLastHour", new PrimLong(situation.inLastHour())),
                Map.entry("level", LEVEL.of(situation.level().name())),
                Map.entry("killed", new PrimBool(situation.killed())));
    }

    /** Cedar's decimals have four digits after the point; what is cut off is rounded up, against the action. */
    private static Value share(BlastRadius radius) {
        return new Decimal(BigDecimal.valueOf(radius.share())
                .setScale(4, RoundingMode.CEILING)
                .toPlainString());
    }

    private static EntityUID uid(Principal principal) {
        EntityTypeName type = switch (principal.kind()) {
            case AGENT -> type("Agent");
            case PERSON -> type("Person");
            case SERVICE -> type("Service");
        };
        return type.of(principal.name());
    }

    private static CedarList strings(Plan plan, Function<Action, String> part) {
        Collection<Value> values = plan.actions().stream()
                .map(PlannedAction::action)
                .map(part)
                .distinct()
                .sorted()
                .<Value>map(PrimString::new)
                .toList();
        return new CedarList(List.copyOf(values));
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
