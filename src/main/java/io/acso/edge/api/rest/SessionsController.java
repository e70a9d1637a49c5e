package io.acso.edge.api.rest;

import io.acso.core.autonomy.Assurance;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.security.CallerAuthentication;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Role;
import io.acso.edge.identity.Session;
import io.acso.edge.identity.Sessions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers in which somebody is signed in. Everybody sees and ends their own; administrators any. */
@RestController
@RequestMapping("/api/v1/sessions")
final class SessionsController {

    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Newest first; one's own, unless another person is named. */
    @GetMapping
    @Permitted("session.read")
    List<SessionBody> list(@RequestParam(required = false) @Nullable String person, CallerAuthentication by) {
        Caller caller = by.caller();
        String username = person == null ? caller.principal().name() : person;
        if (!isAllowed(caller, username)) {
            throw Problems.of(
                    HttpStatus.FORBIDDEN, "not-permitted", "only an administrator sees the sessions of others");
        }
        return sessions.of(username).stream()
                .map(session -> SessionBody.from(session, caller))
                .toList();
    }

    /** It ends at once. */
    @DeleteMapping("/{id}")
    @Permitted("session.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, CallerAuthentication by) {
        Caller caller = by.caller();
        Session session = sessions.byId(id)
                .filter(found -> isAllowed(caller, found.username()))
                .orElseThrow(() -> Problems.notFound("session", id, "/sessions"));
        sessions.end(session, caller.principal(), "SessionRevoked");
    }

    private static boolean isAllowed(Caller caller, String username) {
        return caller.principal().equals(Principal.person(username))
                || caller.roles().contains(Role.ADMINISTRATOR);
    }

    /** {@code current}: it is the one that asks. */
    record SessionBody(
            String id,
            String person,
            Instant started,
            Instant seen,
            Instant until,
            String browser,
            String address,
            Assurance assurance,
            boolean current) {

        static SessionBody from(Session session, Caller caller) {
            Assurance assurance = session.factors().keySet().stream()
                    .map(factor -> factor.assurance())
                    .max(Comparator.naturalOrder())
                    .orElse(Assurance.TOKEN);
            return new SessionBody(
                    session.id(),
                    session.username(),
                    session.started(),
                    session.seen(),
                    session.until(),
                    session.browser(),
                    session.address(),
                    assurance,
                    session.id().equals(caller.session()));
        }
    }
}
