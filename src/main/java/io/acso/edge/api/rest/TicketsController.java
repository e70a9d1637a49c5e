package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Ticket;
import io.acso.domain.incident.Incident;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.durability.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The service tickets that go with incidents. */
@RestController
@RequestMapping("/api/v1/tickets")
final class TicketsController {

    private final Casebook casebook;

    TicketsController(Casebook casebook) {
        this.casebook = casebook;
    }

    /**
     * Tickets, that of the incident opened last first.
     *
     * @param status only those that stand so
     */
    @GetMapping
    @Permitted("incident.read")
    Paging.Slice<Ticket> list(Paging paging, @RequestParam(required = false) Ticket.@Nullable Status status) {
        return paging.filtered(
                (limit, cursor) -> {
                    Page<Incident> page = casebook.incidents(limit, cursor);
                    return new Page<>(
                            page.items().stream()
                                    .map(incident -> casebook.ticket(incident.id()))
                                    .toList(),
                            page.next());
                },
                held -> held.isPresent()
                        && (status == null || held.get().value().status() == status),
                held -> held.orElseThrow().value());
    }
}
