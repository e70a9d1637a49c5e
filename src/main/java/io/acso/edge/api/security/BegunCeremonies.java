package io.acso.edge.api.security;

import io.acso.edge.identity.Ceremonies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The ceremonies that a browser has begun: cookies lead to them. One of a kind at a time. */
@Component
final class BegunCeremonies {

    private final Ceremonies ceremonies;

    BegunCeremonies(Ceremonies ceremonies) {
        this.ceremonies = ceremonies;
    }

    /** Keeps what is needed to finish, a record. */
    void begin(HttpServletRequest request, HttpServletResponse response, Object what) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(what.getClass()), ceremonies.begin(what))
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        // An issuer elsewhere sends the browser back to us.
                        .sameSite("Lax")
                        .maxAge(Ceremonies.LASTS)
                        .build()
                        .toString());
    }

    /** What was kept, still there. */
    <T> Optional<T> look(HttpServletRequest request, Class<T> kind) {
        return token(request, kind).flatMap(token -> ceremonies.look(token, kind));
    }

    /** What was kept; it is gone then. */
    <T> Optional<T> finish(HttpServletRequest request, Class<T> kind) {
        return token(request, kind).flatMap(token -> ceremonies.end(token, kind));
    }

    private static Optional<String> token(HttpServletRequest request, Class<?> kind) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name(kind)))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String name(Class<?> kind) {
        return "acso-" + kind.getSimpleName();
    }
}
