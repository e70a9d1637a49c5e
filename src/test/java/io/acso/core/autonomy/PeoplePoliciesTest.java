package io.acso.core.autonomy;

import static io.acso.core.autonomy.Assurance.PASSWORD;
import static io.acso.core.autonomy.Assurance.SECOND_FACTOR;
import static io.acso.core.autonomy.Assurance.TOKEN;
import static io.acso.core.autonomy.Decision.Verdict.FORBID;
import static io.acso.core.autonomy.Decision.Verdict.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shipped policies let callers have the platform do. */
class PeoplePoliciesTest {

    private static final Policies POLICIES = BuiltInPolicies.POLICIES;
    private static final String VIEWER = "viewer";
    private static final String ANALYST = "analyst";
    private static final String RESPONDER = "responder";
    private static final String APPROVER = "approver";
    private static final String SERVICE_MANAGER = "service-manager";
    private static final String FINANCE = "finance";
    private static final String ADMINISTRATOR = "administrator";
    private static final Set<String> EVERY =
            Set.of(VIEWER, ANALYST, RESPONDER, APPROVER, SERVICE_MANAGER, FINANCE, ADMINISTRATOR);

    /** Of each sort of operation one, and exactly the roles that may. */
    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("incident.read", EVERY, "viewer-looks"),
                Arguments.of("cost.read", EVERY, "viewer-looks"),
                Arguments.of("me.manage", EVERY, "own-account"),
                Arguments.of("event.read", Set.of(ANALYST, RESPONDER, ADMINISTRATOR), "analyst-investigates"),
                Arguments.of("lake.query", Set.of(ANALYST, RESPONDER, ADMINISTRATOR), "analyst-investigates"),
                Arguments.of(
                        "incident.comment",
                        Set.of(ANALYST, RESPONDER, APPROVER, SERVICE_MANAGER, ADMINISTRATOR),
                        "discussion"),
                Arguments.of("playbook.run", Set.of(RESPONDER, ADMINISTRATOR), "responder-responds"),
                Arguments.of("effect.undo", Set.of(RESPONDER, ADMINISTRATOR), "responder-responds"),
                Arguments.of("execution.answer", Set.of(RESPONDER, APPROVER, ADMINISTRATOR), "approver-decides"),
                Arguments.of("approval.answer", Set.of(APPROVER, ADMINISTRATOR), "approver-decides"),
                Arguments.of("agent.kill", Set.of(RESPONDER, APPROVER, ADMINISTRATOR), "approver-stops"),
                Arguments.of("agent.release", Set.of(ADMINISTRATOR), "administrator"),
                Arguments.of("person.manage", Set.of(ADMINISTRATOR), "administrator"),
                Arguments.of("queue.discard", Set.of(ADMINISTRATOR), "administrator"),
                Arguments.of("no.such", Set.of(), ""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("operations")
    void a_role_may_what_it_is_for_and_no_more(String operation, Set<String> may, String by) {
        Set<String> permitted = new TreeSet<>();
        Set<String> policies = new TreeSet<>();
        for (String role : EVERY) {
            Decision decision = POLICIES.may(person(SECOND_FACTOR, operation, role));
            if (decision.verdict() == PERMIT) {
                permitted.add(role);
                policies.addAll(decision.policies());
            }
        }
        assertThat(permitted).isEqualTo(new TreeSet<>(may));
        assertThat(policies).contains(by.isEmpty() ? new String[0] : new String[] {by});
    }

    @Test
    void whoever_has_no_role_has_only_their_account() {
        assertThat(POLICIES.operations().stream()
                        .filter(operation ->
                                POLICIES.may(person(SECOND_FACTOR, operation)).verdict() == PERMIT))
                .containsExactlyInAnyOrder(
                        "me.read", "me.manage", "session.read", "session.manage", "api-key.read", "api-key.manage");
    }

    @Test
    void an_administrator_may_everything_that_there_is() {
        assertThat(POLICIES.operations())
                .hasSizeGreaterThan(50)
                .allSatisfy(operation -> assertThat(POLICIES.may(person(SECOND_FACTOR, operation, ADMINISTRATOR))
                                .verdict())
                        .as(operation)
                        .isEqualTo(PERMIT));
    }

    @Test
    void what_is_grave_takes_a_second_factor_and_says_so() {
        Decision refused = POLICIES.may(person(PASSWORD, "agent.kill", RESPONDER));
        assertThat(refused)
                .returns(FORBID, Decision::verdict)
                .returns(List.of("step-up"), Decision::policies)
                .returns(new Decision.Need(1, SECOND_FACTOR), Decision::need);
        assertThat(POLICIES.may(person(PASSWORD, "agent.kill", VIEWER)).need())
                .as("no proof makes a viewer more than that")
                .isNull();
    }

    @Test
    void the_owner_of_the_machine_needs_no_code() {
        assertThat(POLICIES.may(token(Principal.person("owner"), true, "agent.kill"))
                        .verdict())
                .isEqualTo(PERMIT);
        assertThat(POLICIES.may(token(Principal.person("alice"), true, "agent.kill"))
                        .verdict())
                .isEqualTo(FORBID);
    }

    @Test
    void a_program_does_what_its_roles_and_its_scope_let_it_and_nothing_personal() {
        Principal program = Principal.service("ci");
        assertThat(POLICIES.may(token(program, true, "incident.read")).verdict())
                .isEqualTo(PERMIT);
        assertThat(POLICIES.may(token(program, true, "agent.kill")).verdict()).isEqualTo(PERMIT);
        assertThat(POLICIES.may(token(program, false, "incident.read")).policies())
                .containsExactly("out-of-scope");
        assertThat(POLICIES.may(token(program, true, "agent.level")).policies()).containsExactly("person-only");
    }

    @Test
    void an_app_does_nothing_personal_in_the_name_of_who_signed_in() {
        for (String operation : List.of("api-key.manage", "me.manage", "session.manage", "person.manage")) {
            Asking app =
                    new Asking(Principal.person("alice"), Set.of(ADMINISTRATOR), SECOND_FACTOR, true, true, operation);
            assertThat(POLICIES.may(app).policies()).as(operation).containsExactly("in-person");
        }
        Asking looks = new Asking(Principal.person("alice"), Set.of(VIEWER), PASSWORD, true, true, "incident.read");
        assertThat(POLICIES.may(looks).verdict()).isEqualTo(PERMIT);
    }

    @Test
    void whoever_calls_may_ask_who_they_are() {
        assertThat(POLICIES.may(token(Principal.service("ci"), false, "me.read"))
                        .verdict())
                .isEqualTo(PERMIT);
    }

    @Test
    void groups_of_approvers_yml_count_too() {
        Policies own = Policies.load(BuiltInPolicies.CONTENT
                .with(Map.of("policies/approvers.yml", "groups: {night: [person:alice]}\nterms: []\n"))
                .with(Map.of("policies/night.cedar", """
                        @id("night") @because("the night shift runs playbooks")
                        permit (principal in Group::"night", action == Action::"playbook.run", resource);
                        """)));
        assertThat(own.may(person(PASSWORD, "playbook.run", VIEWER)).policies()).containsExactly("night");
    }

    private static Asking person(Assurance assurance, String operation, String... roles) {
        return new Asking(Principal.person("alice"), Set.of(roles), assurance, true, false, operation);
    }

    private static Asking token(Principal who, boolean inScope, String operation) {
        return new Asking(who, Set.of(ADMINISTRATOR), TOKEN, inScope, false, operation);
    }
}
