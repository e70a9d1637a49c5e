package io.acso.core.autonomy;

import static io.acso.core.autonomy.Assurance.PASSWORD;
import static io.acso.core.autonomy.Assurance.SECOND_FACTOR;
import static io.acso.core.autonomy.Assurance.TOKEN;
import static io.acso.core.autonomy.Decision.Verdict.FORBID;
import static io.acso.core.autonomy.Decision.Verdict.PERMIT;
import static io.acso.core.autonomy.Role.ADMINISTRATOR;
import static io.acso.core.autonomy.Role.ANALYST;
import static io.acso.core.autonomy.Role.APPROVER;
import static io.acso.core.autonomy.Role.RESPONDER;
import static io.acso.core.autonomy.Role.SERVICE_MANAGER;
import static io.acso.core.autonomy.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Principal;
import java.util.Arrays;
import java.util.List;
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

    /** Of each sort of operation one, and exactly the roles that may. */
    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("incident.read", Set.of(Role.values()), "viewer-looks"),
                Arguments.of("cost.read", Set.of(Role.values()), "viewer-looks"),
                Arguments.of("me.manage", Set.of(Role.values()), "own-account"),
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
    void a_role_may_what_it_is_for_and_no_more(String operation, Set<Role> may, String by) {
        Set<Role> permitted = new TreeSet<>();
        Set<String> policies = new TreeSet<>();
        for (Role role : Role.values()) {
            Decision decision = POLICIES.mayAsk(person(SECOND_FACTOR, role), operation);
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
                        .filter(operation -> POLICIES.mayAsk(person(SECOND_FACTOR), operation)
                                        .verdict()
                                == PERMIT))
                .containsExactlyInAnyOrder("me.read", "me.manage");
    }

    @Test
    void an_administrator_may_everything_that_there_is() {
        assertThat(POLICIES.operations())
                .hasSizeGreaterThan(50)
                .allSatisfy(operation -> assertThat(POLICIES.mayAsk(person(SECOND_FACTOR, ADMINISTRATOR), operation)
                                .verdict())
                        .as(operation)
                        .isEqualTo(PERMIT));
    }

    @Test
    void what_is_grave_takes_a_second_factor_and_says_so() {
        Decision refused = POLICIES.mayAsk(person(PASSWORD, RESPONDER), "agent.kill");
        assertThat(refused)
                .returns(FORBID, Decision::verdict)
                .returns(List.of("step-up"), Decision::policies)
                .returns(new Decision.Need(1, SECOND_FACTOR), Decision::need);
        assertThat(POLICIES.mayAsk(person(PASSWORD, VIEWER), "agent.kill").need())
                .as("no proof makes a viewer more than that")
                .isNull();
    }

    @Test
    void the_owner_of_the_machine_needs_no_code() {
        Caller owner = new Caller(Principal.person("owner"), Set.of(ADMINISTRATOR), TOKEN, true, Set.of());
        assertThat(POLICIES.mayAsk(owner, "agent.kill").verdict()).isEqualTo(PERMIT);
        Caller sameName = new Caller(Principal.person("owner"), Set.of(ADMINISTRATOR), TOKEN, false, Set.of());
        assertThat(POLICIES.mayAsk(sameName, "agent.kill").verdict()).isEqualTo(FORBID);
    }

    @Test
    void a_service_does_what_it_was_let_do_and_nothing_personal() {
        Caller reader = service("incident.read", "agent", "no");
        assertThat(POLICIES.mayAsk(reader, "incident.read").policies()).containsExactly("service-in-scope");
        assertThat(POLICIES.mayAsk(reader, "agent.kill").verdict()).isEqualTo(PERMIT);
        assertThat(POLICIES.mayAsk(reader, "agent.level").policies()).containsExactly("person-only");
        assertThat(POLICIES.mayAsk(reader, "finding.read").policies()).containsExactly("service-out-of-scope");
        Caller strong =
                new Caller(Principal.service("ci"), Set.of(ADMINISTRATOR), TOKEN, false, Set.of("incident.read"));
        assertThat(POLICIES.mayAsk(strong, "finding.read").verdict()).isEqualTo(FORBID);
    }

    @Test
    void groups_of_approvers_yml_count_too() {
        Policies own = Policies.load(BuiltInPolicies.CONTENT
                .with(java.util.Map.of("policies/approvers.yml", "groups: {night: [person:alice]}\nterms: []\n"))
                .with(java.util.Map.of("policies/night.cedar", """
                        @id("night") @because("the night shift runs playbooks")
                        permit (principal in Group::"night", action == Action::"playbook.run", resource);
                        """)));
        assertThat(own.mayAsk(person(PASSWORD, VIEWER), "playbook.run").policies())
                .containsExactly("night");
    }

    private static Caller person(Assurance assurance, Role... roles) {
        return new Caller(Principal.person("alice"), Set.copyOf(Arrays.asList(roles)), assurance, false, Set.of());
    }

    private static Caller service(String... scopes) {
        return new Caller(Principal.service("ci"), Set.of(), TOKEN, false, Set.of(scopes));
    }
}
