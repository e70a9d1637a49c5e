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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked, in Cedar's terms: the words are those of {@code content/policies/schema.cedarschema}. */
record CedarQuestion(
        EntityUID principal, EntityUID action, EntityUID resource, Map<String, Value> context, Set<Entity> entities) {

    /** The action kind under which answers to approvals are decided. */
    static final String APPROVE = "approve";

    /** The group of all that callers may ask the platform for. */
    static final String OPERATION = "operation";

    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName AGENT = type("Agent");
    private static final EntityTypeName PERSON = type("Person");
    private static final EntityTypeName SERVICE = type("Service");
    private static final EntityTypeName GROUP = type("Group");
    private static final EntityTypeName TARGET = type("Target");
    private static final EntityTypeName ROLE = type("Role");
    private static final EntityTypeName PLAN = type("Plan");
    private static final EntityUID PLATFORM = type("Platform").of("acso");
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

    /**
     * May this principal answer for this plan?
     *
     * @param members the groups of approvers.yml that they belong to
     * @param approves what they want to answer
     * @param involved they asked for it, or triggered it
     * @param groups of a kind of action
     */
    static CedarQuestion of(
            Principal principal,
            Set<String> members,
            Plan plan,
            boolean approves,
            Assurance assurance,
            boolean involved,
            Function<String, Set<String>> groups) {
        EntityUID who = uid(principal);
        EntityUID resource = PLAN.of(plan.executionId());
        Map<String, Value> attributes = Map.of(
                "playbook",
                new PrimString(plan.playbookId()),
                "kinds",
                strings(kinds(plan)),
                "groups",
                strings(kinds(plan).flatMap(kind -> groups.apply(kind).stream())),
                "scopes",
                strings(of(plan, action -> action.target().scope(), Constraint::scope)),
                "actions",
                new PrimLong(plan.actions().size()),
                "reversible",
                new PrimBool(plan.actions().stream()
                                .allMatch(planned -> planned.dryRun().inverse() != null)
                        && plan.constraints().stream().allMatch(Constraint::reversible)));
        Set<EntityUID> parents = principal.kind() == Principal.Kind.PERSON
                ? members.stream().map(GROUP::of).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new CedarQuestion(
                who,
                ACTION.of(APPROVE),
                resource,
                Map.of(
                        "approves", new PrimBool(approves),
                        "assurance", new PrimLong(assurance.rank()),
                        "involved", new PrimBool(involved)),
                Set.of(new Entity(who, Map.of(), parents), new Entity(resource, attributes, Set.of())));
    }

    /** May this caller have the platform do this? @param members the groups of approvers.yml that they belong to */
    static CedarQuestion of(Asking asking, Set<String> members) {
        EntityUID who = uid(asking.principal());
        Stream<EntityUID> roles = asking.roles().stream().map(ROLE::of);
        Stream<EntityUID> groups = asking.principal().kind() == Principal.Kind.PERSON
                ? members.stream().map(GROUP::of)
                : Stream.empty();
        return new CedarQuestion(
                who,
                ACTION.of(asking.operation()),
                PLATFORM,
                Map.of(
                        "assurance", new PrimLong(asking.assurance().rank()),
                        "inScope", new PrimBool(asking.inScope()),
                        "byApp", new PrimBool(asking.byApp())),
                Set.of(new Entity(
                        who, Map.of(), Stream.concat(roles, groups).collect(Collectors.toUnmodifiableSet()))));
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
        Situation.Agreed agreed = situation.agreed();
        Situation.Tally before = situation.before();
        return Map.ofEntries(
                Map.entry("severity", new PrimLong(situation.severity().ocsfId())),
                Map.entry("confidence", new PrimLong(situation.confidence())),
                Map.entry("count", new PrimLong(radius.count())),
                Map.entry("fleet", new PrimLong(radius.fleet())),
                Map.entry("share", share(radius.share())),
                Map.entry("reversible", new PrimBool(situation.reversible())),
                Map.entry("approved", new PrimBool(agreed.given())),
                Map.entry("approver", APPROVER.of(agreed.approver().name())),
                Map.entry("approvals", new PrimLong(agreed.people())),
                Map.entry("assurance", new PrimLong(agreed.assurance().rank())),
                Map.entry("actionsInExecution", new PrimLong(before.inExecution())),
                Map.entry("actionsInLastHour", new PrimLong(before.inLastHour())),
                Map.entry("actionsInLastMinute", new PrimLong(before.inLastMinute())),
                Map.entry("touchedInExecution", new PrimLong(before.touchedInExecution())),
                Map.entry("touchedInLastHour", new PrimLong(before.touchedInLastHour())),
                Map.entry("shareInExecution", share(radius.shareAfter(before.touchedInExecution()))),
                Map.entry("shareInLastHour", share(radius.shareAfter(before.touchedInLastHour()))),
                Map.entry("level", LEVEL.of(situation.level().name())),
                Map.entry("frozen", new PrimBool(situation.frozen())),
                Map.entry("killed", new PrimBool(situation.killed())));
    }

    /** Cedar's decimals have four digits after the point; what is cut off is rounded up, against the action. */
    private static Value share(double share) {
        return new Decimal(
                BigDecimal.valueOf(share).setScale(4, RoundingMode.CEILING).toPlainString());
    }

    private static EntityUID uid(Principal principal) {
        EntityTypeName type = switch (principal.kind()) {
            case AGENT -> AGENT;
            case PERSON -> PERSON;
            case SERVICE -> SERVICE;
        };
        return type.of(principal.name());
    }

    private static Stream<String> kinds(Plan plan) {
        return of(plan, Action::kind, Constraint::kind);
    }

    private static Stream<String> of(Plan plan, Function<Action, String> part, Function<Constraint, String> late) {
        return Stream.concat(
                plan.actions().stream().map(PlannedAction::action).map(part),
                plan.constraints().stream().map(late));
    }

    private static CedarList strings(Stream<String> values) {
        return new CedarList(
                values.distinct().sorted().<Value>map(PrimString::new).toList());
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
