package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person says whose incident it is, or takes it out of the machine's hands: held, resolved, closed, taken up again. */
final class DirectIncident implements Duty {

    private final Planning planning;

    DirectIncident(Planning planning) {
        this.planning = planning;
    }

    @Override
    public String kind() {
        return CaseTasks.DIRECT_INCIDENT;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        JsonNode wanted = task.arguments();
        Optional<Held<Incident>> held =
                new Casebook(bench.records()).incident(wanted.path("incident").asString());
        if (held.isEmpty()) {
            return new Outcome.Failed("there is no such incident", false, Json.object());
        }
        Incident.Change change = new Incident.Change(held.get().value(), List.of());
        if (wanted.has("assignee")) {
            change = assign(change.incident(), wanted.path("assignee"), task.requestedBy(), bench.now());
        }
        Incident.Status status = status(wanted);
        if (status != null && status != change.incident().status()) {
            Optional<Incident.Change> moved = move(change.incident(), status, why(wanted, task), bench);
            if (moved.isEmpty()) {
                return new Outcome.Failed(
                        "its response is being carried out: cancel the execution first", false, Json.object());
            }
            change = join(change, moved.get());
        }
        if (!change.facts().isEmpty()) {
            Case.stage(bench, held.get(), change);
            bench.ledger(
                    "IncidentDirected",
                    change.incident().id(),
                    Map.of(
                            "by", task.requestedBy().toString(),
                            "status", change.incident().status().name()));
        }
        return new Outcome.Completed(Json.object());
    }

    private static Incident.Change assign(Incident incident, JsonNode assignee, Principal by, Instant now) {
        Principal to = assignee.isNull() ? null : Principal.parse(assignee.asString());
        return incident.assigned(to, by, now);
    }

    private Optional<Incident.Change> move(Incident incident, Incident.Status to, String why, Workbench bench) {
        boolean ends = to == Incident.Status.RESOLVED || to == Incident.Status.CLOSED;
        Optional<Held<Response>> response = new Casebook(bench.records()).response(incident.id());
        boolean executing = response.filter(held -> held.value().stage() == Response.Stage.EXECUTING)
                .isPresent();
        if (ends && executing) {
            return Optional.empty();
        }
        if (ends) {
            response.filter(held -> held.value().stage() != Response.Stage.ENDED)
                    .ifPresent(held -> end(held, why, bench));
        }
        return Optional.of(
                switch (to) {
                    case ON_HOLD -> incident.hold(bench.now(), why);
                    case RESOLVED -> incident.resolved(bench.now(), why);
                    case CLOSED -> incident.closed(bench.now(), why);
                    case NEW, IN_PROGRESS -> incident.reopened(bench.now(), why);
                });
    }

    /** What was planned is not asked about any more. */
    private void end(Held<Response> held, String why, Workbench bench) {
        planning.drop(held.value(), why, bench);
        bench.put(held.replacedBy(held.value().ended(held.value().covered(), bench.now())));
    }

    private static Incident.Change join(Incident.Change first, Incident.Change second) {
        return new Incident.Change(
                second.incident(),
                Stream.concat(first.facts().stream(), second.facts().stream()).toList());
    }

    private static Incident.@Nullable Status status(JsonNode wanted) {
        return wanted.hasNonNull("status")
                ? Incident.Status.valueOf(wanted.path("status").asString())
                : null;
    }

    private static String why(JsonNode wanted, Task task) {
        String why = wanted.path("why").asString("");
        return why.isBlank() ? "by " + task.requestedBy() : task.requestedBy() + ": " + why;
    }
}
