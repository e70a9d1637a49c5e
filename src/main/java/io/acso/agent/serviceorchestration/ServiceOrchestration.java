package io.acso.agent.serviceorchestration;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Ticket;
import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens and closes the ticket that goes with an incident. */
public final class ServiceOrchestration implements Agent {

    @Override
    public AgentName name() {
        return AgentName.SERVICE_ORCHESTRATION;
    }

    @Override
    public Set<String> accepts() {
        return Set.of(CaseTasks.OPEN_TICKET, CaseTasks.CLOSE_TICKET);
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String incidentId = task.arguments().path("incident").asString();
        Casebook casebook = new Casebook(bench.records());
        Optional<Held<Ticket>> ticket = casebook.ticket(incidentId);
        if (task.kind().equals(CaseTasks.CLOSE_TICKET)) {
            return close(ticket, bench, task.arguments().path("resolution").asString("the response ended"));
        }
        if (ticket.isPresent()) {
            return done(ticket.get().value());
        }
        return casebook.incident(incidentId)
                .map(held -> open(held.value(), bench))
                .orElseGet(() -> new Outcome.Failed("there is no incident " + incidentId, false, Json.object()));
    }

    private static Outcome open(Incident incident, Workbench bench) {
        Ticket ticket = new Ticket(
                Digest.id("tkt", incident.id()),
                incident.id(),
                incident.title(),
                incident.rating().priority().name(),
                Ticket.Status.OPEN,
                bench.now(),
                null,
                null);
        bench.put(CaseKeys.item(CaseKeys.ticket(incident.id()), ticket));
        written("TicketOpened", ticket, bench);
        return done(ticket);
    }

    private static Outcome close(Optional<Held<Ticket>> held, Workbench bench, String resolution) {
        if (held.isEmpty()) {
            return new Outcome.Failed("there is no ticket to close", false, Json.object());
        }
        Ticket closed = held.get().value().close(bench.now(), resolution);
        if (!closed.equals(held.get().value())) {
            bench.put(held.get().replacedBy(closed));
            written("TicketClosed", closed, bench);
        }
        return done(closed);
    }

    private static void written(String fact, Ticket ticket, Workbench bench) {
        bench.announce(fact, ticket.id(), ticket);
        bench.ledger(fact, ticket.id(), Map.of("incident", ticket.incidentId(), "priority", ticket.priority()));
    }

    private static Outcome done(Ticket ticket) {
        return new Outcome.Completed(Json.object()
                .put("ticket", ticket.id())
                .put("status", ticket.status().name()));
    }
}
