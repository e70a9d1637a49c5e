package io.acso.edge.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What the server remembers between the two halves of a ceremony, for the browser that began it: a challenge, a state.
 * It works once, and is forgotten after some minutes or when this process ends: the browser then begins anew.
 */
@Component
final class Ceremonies {

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int MOST = 10_000;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Object> begun =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LASTS).build();

    /** Remembers what is needed to finish. One kind of ceremony at a time in a browser. */
    void begin(HttpServletRequest request, HttpServletResponse response, Object what) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        begun.put(key(what.getClass(), id), what);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(what.getClass()), id)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        // An issuer elsewhere sends the browser back to us.
                        .sameSite("Lax")
                        .maxAge(LASTS)
                        .build()
                        .toString());
    }

    /** What was remembered, still there. */
    <T> Optional<T> look(HttpServletRequest request, Class<T> kind) {
        return id(request, kind).map(id -> begun.getIfPresent(key(kind, id))).map(kind::cast);
    }

    /** What was remembered; it is gone then. */
    <T> Optional<T> finish(HttpServletRequest request, Class<T> kind) {
        return id(request, kind).map(id -> begun.asMap().remove(key(kind, id))).map(kind::cast);
    }

    private static Optional<String> id(HttpServletRequest request, Class<?> kind) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name(kind)))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String name(Class<?> kind) {
        return "acso-" + kind.getSimpleName();
    }

    private static String key(Class<?> kind, String id) {
        return kind.getName() + " " + id;
    }
}
