package io.acso.edge.identity;

import io.acso.platform.durability.Durability;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Browsers in which somebody has signed in before. Wrong passwords from elsewhere do not count against those, so that
 * whoever knows a username cannot keep its owner out.
 */
public final class KnownBrowsers {

    /** A browser in which nobody signed in for so long is as any other. */
    public static final Duration LASTS = Duration.ofDays(90);

    private record Known(String username) {}

    private final Register<Known> browsers;
    private final InstantSource clock;

    public KnownBrowsers(Durability durability, InstantSource clock) {
        this.browsers = new Register<>(durability, "known-browser", Known.class);
        this.clock = clock;
    }

    /** What the browser shows next time, in which this person has just signed in. */
    public String remember(String username) {
        String token = Secrets.token();
        browsers.keep(browsers.item(Secrets.hash(token), new Known(username))
                .expiring(clock.instant().plus(LASTS)));
        return token;
    }

    /** Whether this person signed in in the browser that shows this. */
    public boolean knows(@Nullable String token, String username) {
        return token != null
                && browsers.find(Secrets.hash(token))
                        .filter(known -> known.username().equals(username))
                        .isPresent();
    }
}
