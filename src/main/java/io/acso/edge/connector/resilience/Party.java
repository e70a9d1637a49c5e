package io.acso.edge.connector.resilience;

import io.acso.core.autonomy.Effect;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One outside party: whether it may be called now, and by how many at once. */
final class Party {

    private final String name;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private volatile @Nullable Instant leftAloneUntil;

    Party(String name, CircuitBreaker breaker, Bulkhead bulkhead, Duration openFor, InstantSource clock) {
        this.name = name;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        breaker.getEventPublisher()
                .onStateTransition(
                        event -> leftAloneUntil = event.getStateTransition().getToState() == State.OPEN
                                ? clock.instant().plus(openFor)
                                : null);
    }

    /** The call's result, an effect judged by the breaker (a look may not even have left here); or what {@code otherwise} makes of why it may not be made now. */
    <T> T call(Supplier<T> call, Function<String, T> otherwise) {
        if (!bulkhead.tryAcquirePermission()) {
            return otherwise.apply(name + " is busy: "
                    + bulkhead.getBulkheadConfig().getMaxConcurrentCalls() + " calls are under way");
        }
        try {
            return breaker.tryAcquirePermission() ? judged(call) : otherwise.apply(leftAlone());
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T> T judged(Supplier<T> call) {
        long start = breaker.getCurrentTimestamp();
        try {
            T result = call.get();
            if (result instanceof Effect) {
                breaker.onResult(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), result);
            } else {
                breaker.releasePermission();
            }
            return result;
        } catch (RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    private String leftAlone() {
        return name + " failed too often lately and is left alone"
                + until().map(until -> " until " + until).orElse("");
    }

    /** Until when it is left alone; empty when it is not. */
    Optional<Instant> until() {
        return Optional.ofNullable(leftAloneUntil);
    }
}
