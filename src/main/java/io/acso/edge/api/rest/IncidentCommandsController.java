package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people have done with incidents: given to somebody, held, resolved, closed, taken up again. */
@RestController
@RequestMapping("/api/v1/incidents")
final class IncidentCommandsController {

    /** What one commit takes, on any provider. */
    private static final int MOST_AT_ONCE = 90;

    private static final int LONGEST_REASON = 2_000;

    private final Casebook casebook;
    private final Commands commands;

    IncidentCommandsController(Casebook casebook, Commands commands) {
        this.casebook = casebook;
        this.commands = commands;
    }

    /** Gives it to a person; without one, to nobody. */
    @PostMapping("/{id}/assign")
    @Permitted("incident.edit")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> assign(
            @PathVariable String id,
            @RequestBody Assignment assignment,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Principal by) {
        return one(id, new Wish(true, assignment.person(), null, ""), key, ifMatch, by);
    }

    /** Holds, resolves, closes or takes up an incident again. What was planned is dropped when this ends it. */
    @PostMapping("/{id}/status")
    @Permitted("incident.edit")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> status(
            @PathVariable String id,
            @RequestBody StatusWish wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Principal by) {
        return one(id, new Wish(false, null, wish.status(), reason(wish.why())), key, ifMatch, by);
    }

    /** The same for many; those for which it is not possible are named with the reason, the others go on. */
    @PostMapping("/bulk")
    @Permitted("incident.edit")
    @Answers(BulkTaken.class)
    ResponseEntity<JsonNode> bulk(
            @RequestBody Bulk bulk,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        if (bulk.incidents().isEmpty() || bulk.incidents().size() > MOST_AT_ONCE) {
            throw Problems.badRequest("bad-bulk", "name 1 to " + MOST_AT_ONCE + " incidents at once");
        }
        if (bulk.assign() == null && bulk.status() == null) {
            throw Problems.badRequest("bad-bulk", "say what to do: give 'assign', 'status' or both");
        }
        Assignment to = bulk.assign();
        Wish wish = new Wish(to != null, to == null ? null : to.person(), bulk.status(), reason(bulk.why()));
        ObjectNode arguments = wish.arguments("");
        arguments.set("incidents", Json.MAPPER.valueToTree(bulk.incidents()));
        Commands.Command command =
                new Commands.Command(by, key, CaseTasks.DIRECT_INCIDENT + "s", "bulk", "bulk", arguments);
        return commands.before(command).orElseGet(() -> sendAll(command, wish, bulk.incidents()));
    }

    private ResponseEntity<JsonNode> sendAll(Commands.Command command, Wish wish, List<String> incidents) {
        List<Commands.Command> accepted = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (String id : incidents.stream().distinct().toList()) {
            Optional<String> objection = casebook.incident(id)
                    .map(held -> objection(held.value(), wish))
                    .orElse(Optional.of("there is no such incident"));
            objection.ifPresentOrElse(
                    why -> refused.add(new Refused(id, why)),
                    () -> accepted.add(new Commands.Command(
                            command.by(),
                            command.key() == null ? null : command.key() + "/" + id,
                            CaseTasks.DIRECT_INCIDENT,
                            id,
                            id,
                            wish.arguments(id))));
        }
        List<String> ids = accepted.stream().map(Commands.Command::subject).toList();
        return commands.sendAll(command, accepted, new BulkTaken(ids, refused));
    }

    private ResponseEntity<JsonNode> one(
            String id, Wish wish, @Nullable String key, @Nullable String ifMatch, Principal by) {
        Held<Incident> held = casebook.incident(id).orElseThrow(() -> Problems.notFound("incident", id, "/incidents"));
        Commands.Command command = new Commands.Command(by, key, CaseTasks.DIRECT_INCIDENT, id, id, wish.arguments(id));
        return commands.before(command).orElseGet(() -> {
            Conditional.require(ifMatch, held.item(), "incident");
            objection(held.value(), wish).ifPresent(why -> {
                throw Problems.conflict("not-possible-now", why);
            });
            return commands.send(command, "/api/v1/incidents/" + id);
        });
    }

    private Optional<String> objection(Incident incident, Wish wish) {
        boolean ends = wish.status() == Incident.Status.RESOLVED || wish.status() == Incident.Status.CLOSED;
        boolean executing = ends
                && casebook.response(incident.id())
                        .filter(held -> held.value().stage() == Response.Stage.EXECUTING)
                        .isPresent();
        if (wish.status() == incident.status()) {
            return Optional.of("the incident is " + incident.status() + " already");
        }
        return executing
                ? Optional.of("its response is being carried out: cancel the execution first")
                : Optional.empty();
    }

    private static String reason(@Nullable String why) {
        if (why != null && why.length() > LONGEST_REASON) {
            throw Problems.badRequest("bad-reason", "why has " + LONGEST_REASON + " characters at the most");
        }
        return why == null ? "" : why;
    }

    private record Wish(boolean assigns, @Nullable Principal assignee, Incident.@Nullable Status status, String why) {

        ObjectNode arguments(String incident) {
            ObjectNode arguments = Json.object().put("incident", incident).put("why", why);
            if (assigns) {
                arguments.put("assignee", assignee == null ? null : assignee.toString());
            }
            if (status != null) {
                arguments.put("status", status.name());
            }
            return arguments;
        }
    }

    /** To whom; nobody when absent. */
    record Assignment(@Nullable Principal to) {

        @Nullable
        Principal person() {
            if (to != null && to.kind() != Principal.Kind.PERSON) {
                throw Problems.badRequest("bad-assignee", "an incident is assigned to a person, such as person:alice");
            }
            return to;
        }
    }

    record StatusWish(Incident.Status status, @Nullable String why) {}

    /** What to do with many incidents: {@code assign} them, move them to a {@code status}, or both. */
    record Bulk(
            List<String> incidents,
            @Nullable Assignment assign,
            Incident.@Nullable Status status,
            @Nullable String why) {}

    record BulkTaken(List<String> accepted, List<Refused> refused) {}

    record Refused(String incident, String why) {}
}
