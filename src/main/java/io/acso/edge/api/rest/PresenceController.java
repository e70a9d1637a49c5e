package io.acso.edge.api.rest;

import io.acso.edge.api.access.Open;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.Session;
import io.acso.edge.identity.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a person is still before their browser. Only being told so, or a proof, keeps a session from ending idle. */
@RestController
@RequestMapping("/identity/presence")
final class PresenceController {

    private final Signing signing;
    private final Sessions sessions;
    private final IdentitySettings settings;

    PresenceController(Signing signing, Sessions sessions, IdentitySettings settings) {
        this.signing = signing;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** When this browser's session ends. To ask keeps it no longer. */
    @GetMapping
    @Open("the session itself is asked for")
    PresenceBody presence(HttpServletRequest request) {
        return body(signing.open(request).session());
    }

    /** Somebody touched a key, the screen or the mouse. */
    @PostMapping
    @Open("the session itself is asked for")
    PresenceBody here(HttpServletRequest request) {
        return body(sessions.here(signing.open(request).session()));
    }

    private PresenceBody body(Session session) {
        Duration left = sessions.left(session);
        return new PresenceBody(left.toMillis(), settings.sessionIdle().toMillis());
    }

    /**
     * In milliseconds, since clocks differ.
     *
     * @param left until the session ends if nobody is there any more
     * @param idle how long nobody may be there
     */
    record PresenceBody(long left, long idle) {}
}
