package io.acso.edge.connector.resilience;

import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Effect;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Puts actuators behind breakers, bulkheads and rate limits, which those of one outside party share. */
public final class Safeguards {

    private static final int MOST_PARTIES = 1000;

    private final ResilienceSettings settings;
    private final InstantSource clock;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final RateLimiterRegistry limits;
    private final IntervalFunction pauses;
    private final Map<String, Party> parties = new ConcurrentHashMap<>();

    public Safeguards(ResilienceSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(settings.openFor())
                .recordResult(result -> result instanceof Effect effect && trouble(effect))
                .ignoreExceptions(ActionInvalid.class, ActionNotConfigured.class)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
        this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.atOnce())
                .maxWaitDuration(settings.patience())
                .build());
        this.limits = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(settings.perMinute())
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(settings.patience())
                .build());
        this.pauses = IntervalFunction.ofExponentialRandomBackoff(settings.backoff(), 2);
    }

    /** What says that the other side may be in trouble, whatever it was asked for. */
    private static boolean trouble(Effect effect) {
        return effect instanceof Effect.Unknown || effect instanceof Effect.Failed failed && failed.retryable();
    }

    /** Behind all of it. */
    public Actuator around(Actuator actuator) {
        return new SafeActuator(actuator, this, settings.attempts());
    }

    /** Behind all but further attempts, which its own client makes. */
    public Actuator aroundOnce(Actuator actuator) {
        return new SafeActuator(actuator, this, 1);
    }

    /** Names come with playbooks: from a number on that nobody needs, the rest share one. */
    Party party(String name) {
        boolean room = parties.size() < MOST_PARTIES || parties.containsKey(name);
        return parties.computeIfAbsent(
                room ? name : "others",
                fresh -> new Party(
                        fresh, breakers.circuitBreaker(fresh), bulkheads.bulkhead(fresh), settings.openFor(), clock));
    }

    boolean inTurn(String kind) {
        return limits.rateLimiter(kind).acquirePermission();
    }

    int perMinute() {
        return settings.perMinute();
    }

    IntervalFunction pauses() {
        return pauses;
    }

    InstantSource clock() {
        return clock;
    }

    /** The outside parties that are left alone now, and until when. */
    public Map<String, Instant> leftAlone() {
        Map<String, Instant> alone = new TreeMap<>();
        parties.forEach((name, party) -> party.until().ifPresent(until -> alone.put(name, until)));
        return alone;
    }

    CircuitBreakerRegistry breakers() {
        return breakers;
    }

    BulkheadRegistry bulkheads() {
        return bulkheads;
    }

    RateLimiterRegistry limits() {
        return limits;
    }
}
