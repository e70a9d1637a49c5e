package io.acso.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.TaskMessage;
import io.acso.core.autonomy.Approval;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident.Status;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.testsupport.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A person takes an incident out of the machine's hands. */
class DirectIncidentTest {

    private static final String KEY = "AKIATHIEF";

    @TempDir
    Path directory;

    private Office office;
    private int wishes;

    @BeforeEach
    void anIncidentWhosePlanIsAskedAbout() {
        office = new Office(directory, Map.of(), List.of());
        office.reaching("access_keys", KEY).find(finding("grave"));
        office.settle();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void closing_lets_go_of_the_plan_and_its_question() {
        Approval asked = office.pending();
        wish(Json.object().put("status", "CLOSED").put("why", "a drill"));
        assertThat(office.incident().status()).isEqualTo(Status.CLOSED);
        assertThat(office.approvals(Approval.Status.SUPERSEDED))
                .extracting(Approval::id)
                .containsExactly(asked.id());
        assertThat(office.response().stage()).isEqualTo(Response.Stage.ENDED);
        office.answer(asked, true);
        assertThat(office.outside.contained()).as("a late yes does nothing").isEmpty();
        assertThat(office.facts("IncidentClosed")).hasSize(1);
    }

    @Test
    void what_is_closed_is_not_begun_by_an_investigation_that_comes_late() {
        office.nobodyInvestigates();
        office.reaching("access_keys", KEY, "AKIAMORE").find(finding("more"));
        office.settle();
        wish(Json.object().put("status", "CLOSED"));
        office.close();
        office = new Office(directory, Map.of(), List.of());
        office.reaching("access_keys", KEY, "AKIAMORE").settle();
        assertThat(office.incident().status()).isEqualTo(Status.CLOSED);
        assertThat(office.approvals(Approval.Status.PENDING)).isEmpty();
    }

    @Test
    void what_is_being_carried_out_is_not_ended_by_a_word() {
        boolean[] asked = new boolean[1];
        office.outside.beforeEach(() -> {
            if (!asked[0]) {
                asked[0] = true;
                send(Json.object().put("status", "RESOLVED"));
            }
        });
        Approval question = office.pending();
        office.answer(question, true);
        assertThat(office.outside.contained()).hasSize(question.plan().actions().size());
    }

    @Test
    void an_assignment_and_a_new_status_are_one_change_and_two_facts() {
        wish(Json.object()
                .put("assignee", "person:alice")
                .put("status", "ON_HOLD")
                .put("why", "asking the owner"));
        assertThat(office.incident().assignee()).isEqualTo(Office.ALICE);
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        assertThat(office.facts("IncidentAssigned")).hasSize(1);
        wish(Json.object().putNull("assignee"));
        assertThat(office.incident().assignee()).isNull();
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
    }

    private void wish(ObjectNode arguments) {
        send(arguments);
        office.work();
    }

    private void send(ObjectNode arguments) {
        String incident = office.incident().id();
        Task task = CaseTasks.toSupervisor(
                CaseTasks.DIRECT_INCIDENT,
                "wish-" + ++wishes,
                arguments.put("incident", incident),
                Office.ALICE,
                office.clock.instant(),
                incident);
        office.durability.commit(Commit.builder()
                .send("supervisor", TaskMessage.of(task, incident, null))
                .build());
    }

    private Finding finding(String rule) {
        return Findings.of(rule).user("thief", KEY).at(office.clock.instant()).build();
    }
}
