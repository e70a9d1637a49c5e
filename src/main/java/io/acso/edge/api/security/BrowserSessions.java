package io.acso.edge.api.security;

import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.KnownBrowsers;
import io.acso.edge.identity.Session;
import io.acso.edge.identity.Sessions;
import io.acso.edge.identity.Visitor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The session of a browser: a cookie that scripts cannot read and other sites cannot send. */
@Component
public final class BrowserSessions {

    /** Over TLS the prefix makes the browser refuse it from any other host or path. */
    private static final String SECURE = "__Host-acso";

    private static final String PLAIN = "acso";

    private static final String KNOWN = "acso-known";

    private final Sessions sessions;
    private final KnownBrowsers known;
    private final Duration longest;

    BrowserSessions(Sessions sessions, KnownBrowsers known, IdentitySettings settings) {
        this.sessions = sessions;
        this.known = known;
        this.longest = settings.sessionLongest();
    }

    /** A session with the token that it was found by. */
    public record Present(Sessions.Held held, String token) {

        @Override
        public String toString() {
            return "Present[" + held.person().username() + "]";
        }

        public Session session() {
            return held.session();
        }

        public boolean isOpen() {
            return session().stage() == Session.Stage.OPEN;
        }
    }

    /** The session of this request, at whatever stage. */
    public Optional<Present> find(HttpServletRequest request) {
        return token(request).flatMap(token -> sessions.find(token).map(held -> new Present(held, token)));
    }

    /** The same session as it is by now. */
    Optional<Sessions.Held> still(Present before) {
        return sessions.byId(before.session().id()).flatMap(sessions::held);
    }

    /** Gives the browser the session that has begun, or goes on. */
    public void give(HttpServletRequest request, HttpServletResponse response, Sessions.Begun begun) {
        write(request, response, name(request), begun.token(), longest);
        String username = begun.session().username();
        if (begun.session().stage() == Session.Stage.OPEN
                && !known.knows(cookie(request, KNOWN).orElse(null), username)) {
            write(request, response, KNOWN, known.remember(username), KnownBrowsers.LASTS);
        }
    }

    public void take(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, name(request), "", Duration.ZERO);
    }

    public static Visitor visitor(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Visitor(
                Objects.requireNonNullElse(agent, ""),
                request.getRemoteAddr(),
                cookie(request, KNOWN).orElse(null));
    }

    static Optional<String> token(HttpServletRequest request) {
        return cookie(request, name(request));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration lasting) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(lasting)
                        .build()
                        .toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
