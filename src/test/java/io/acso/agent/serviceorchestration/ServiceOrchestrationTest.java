package io.acso.agent.serviceorchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Ticket;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.Findings;
import io.acso.testsupport.SettableClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ticket goes with an incident. */
class ServiceOrchestrationTest {

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();

    @Test
    void there_is_one_ticket_however_often_it_is_asked_for() {
        try (SqliteDurability durability = SqliteDurability.open(directory, clock, Settings.defaults())) {
            Finding first = Findings.of("r").build();
            Rating rating = new Rating(Severity.HIGH, Priority.P1, 55, 60, List.of());
            Incident incident = Incident.open(first, Picture.of(first), rating, clock.instant(), "")
                    .incident();
            assertThat(perform(durability, CaseTasks.OPEN_TICKET, incident.id()))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(perform(durability, CaseTasks.CLOSE_TICKET, incident.id()))
                    .isInstanceOf(Outcome.Failed.class);
            durability.commit(
                    Commit.builder().put(CaseKeys.newIncident(incident)).build());

            Outcome opened = perform(durability, CaseTasks.OPEN_TICKET, incident.id());
            assertThat(perform(durability, CaseTasks.OPEN_TICKET, incident.id()))
                    .isEqualTo(opened);
            perform(durability, CaseTasks.CLOSE_TICKET, incident.id());
            perform(durability, CaseTasks.CLOSE_TICKET, incident.id());

            Ticket ticket = new Casebook(durability.records())
                    .ticket(incident.id())
                    .orElseThrow()
                    .value();
            assertThat(ticket.status()).isEqualTo(Ticket.Status.CLOSED);
            assertThat(ticket.priority()).isEqualTo("P1");
            assertThat(durability.leaves(0, 10)).as("opened once, closed once").hasSize(2);
        }
    }

    private Outcome perform(SqliteDurability durability, String kind, String incident) {
        Task task = new Task(
                "t",
                AgentName.SERVICE_ORCHESTRATION,
                kind,
                Json.object().put("incident", incident),
                AgentName.SUPERVISOR.principal(),
                incident,
                null,
                null,
                clock.instant());
        Workbench bench = new Workbench(durability.records(), task, clock.instant(), null);
        Outcome outcome = new ServiceOrchestration().perform(task, bench);
        if (!bench.staged().isEmpty()) {
            durability.commit(new Commit(bench.staged()));
        }
        return outcome;
    }
}
