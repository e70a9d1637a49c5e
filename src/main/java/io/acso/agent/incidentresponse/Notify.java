package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuators;
import io.acso.core.autonomy.BlastRadius;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.GateRequest;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Report;
import io.acso.core.autonomy.Target;
import io.acso.domain.incident.Incident;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Tells the people concerned, by webhook, through the gate like any other effect. */
final class Notify implements Duty {

    private static final String KIND = "notify.webhook";

    private final Actuators actuators;
    private final Effects effects;
    private final Supplier<Inventory> inventory;

    Notify(Actuators actuators, Effects effects, Supplier<Inventory> inventory) {
        this.actuators = actuators;
        this.effects = effects;
        this.inventory = inventory;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String id = task.arguments().path("incident").asString();
        Optional<Incident> incident = new Casebook(bench.records()).incident(id).map(Held::value);
        if (incident.isEmpty()) {
            return new Outcome.Failed("there is no incident " + id, false, Json.object());
        }
        try {
            return outcome(notify(incident.get(), task), id, bench);
        } catch (ActionInvalid | ActionNotConfigured e) {
            return notSent(id, String.valueOf(e.getMessage()), bench);
        }
    }

    private Report notify(Incident incident, Task task) {
        Action action =
                new Action(KIND, new Target("webhook", "acso", "default"), Map.of("body", Json.text(body(incident))));
        DryRun dryRun = actuators.dryRun(action);
        String execution = task.arguments().path("execution").asString(task.id());
        String step = task.arguments().path("step").asString(task.kind());
        PlannedAction planned = new PlannedAction(step, dryRun, BlastRadius.of(dryRun, inventory.get()));
        Plan plan = new Plan(execution, incident.id(), KIND, List.of(planned));
        GateRequest request = new GateRequest(
                task.agent().principal(),
                planned,
                execution,
                incident.id(),
                incident.rating().severity(),
                incident.rating().confidence(),
                plan.hash());
        return effects.perform(request, Optional.empty());
    }

    /** Only what the incident itself will always say again: a repeated attempt must be the same message. */
    private static ObjectNode body(Incident incident) {
        ObjectNode body = Json.object()
                .put("type", "acso.incident")
                .put("incident", incident.id())
                // Whatever shows it to people may take it as it comes.
                .put("title", Markdown.line(incident.title()))
                .put("severity", incident.rating().severity().name())
                .put("priority", incident.rating().priority().name())
                .put("opened", incident.opened().toString());
        body.set("tactics", Json.MAPPER.valueToTree(incident.picture().tactics()));
        return body;
    }

    /** A notification that cannot be sent is said, but does not fail the response. */
    private static Outcome outcome(Report report, String incident, Workbench bench) {
        return switch (report) {
            case Report.Carried carried -> {
                bench.announce("PeopleNotified", incident, Map.of("by", KIND));
                yield new Outcome.Completed(Json.object().put("notified", true));
            }
            case Report.NotConfigured missing -> notSent(incident, "not configured: " + missing.cure(), bench);
            case Report.Failed failed -> new Outcome.Failed(failed.why(), failed.retryable(), Json.object());
            case Report.Uncertain uncertain -> notSent(incident, uncertain.why(), bench);
            case Report.Forbidden forbidden ->
                notSent(incident, forbidden.decision().explanation(), bench);
            case Report.NeedsApproval needs ->
                notSent(incident, needs.decision().explanation(), bench);
        };
    }

    private static Outcome notSent(String incident, String why, Workbench bench) {
        bench.announce("PeopleNotNotified", incident, Map.of("why", why));
        return new Outcome.Completed(Json.object().put("notified", false).put("why", why));
    }
}
