package io.acso.edge.connector.webhook;

import io.acso.core.autonomy.Effect;
import io.acso.edge.connector.webhook.WebhookSettings.Endpoint;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Sends one notification, trying again while the receiver seems to be in passing trouble. */
final class Delivery implements AutoCloseable {

    private static final int SERVER_TROUBLE = 500;
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    /** Of the last ten attempts at a receiver half failed: it is left alone for a while. */
    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom().slidingWindowSize(10).build();

    private final HttpClient client;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(BREAKER);
    private final Retry retry;

    Delivery(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
        this.retry = Retry.of(
                "webhook",
                RetryConfig.<Effect>custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialBackoff(settings.backoff(), 2))
                        .retryOnResult(Delivery::passing)
                        .build());
    }

    Effect send(String name, Endpoint endpoint, String id, String body) {
        CircuitBreaker breaker = breakers.circuitBreaker(name);
        return retry.executeSupplier(() -> guarded(breaker, endpoint, id, body));
    }

    private Effect guarded(CircuitBreaker breaker, Endpoint endpoint, String id, String body) {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            return new Effect.Failed("the receiver failed too often lately and is left alone for a while", true);
        }
        long start = breaker.getCurrentTimestamp();
        Effect effect = attempt(endpoint, id, body);
        long took = breaker.getCurrentTimestamp() - start;
        if (passing(effect)) {
            breaker.onError(took, breaker.getTimestampUnit(), new IOException(effect.toString()));
        } else {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        }
        return effect;
    }

    private Effect attempt(Endpoint endpoint, String id, String body) {
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(endpoint.url())
                .timeout(settings.timeout())
                .header("content-type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", Signature.of(id, timestamp, body, endpoint.secret()))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return judge(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (HttpTimeoutException late) {
            return new Effect.Unknown("the receiver did not answer within " + settings.timeout());
        } catch (IOException unreachable) {
            return new Effect.Failed("the receiver could not be reached: " + unreachable, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Effect.Unknown("interrupted while waiting for the receiver's answer");
        }
    }

    private static Effect judge(int status) {
        if (status >= 200 && status < 300) {
            return new Effect.Done(Map.of("status", Integer.toString(status)));
        }
        String answer = "the receiver answered " + status;
        if (status >= SERVER_TROUBLE || PASSING.contains(status)) {
            return new Effect.Failed(answer, true);
        }
        return new Effect.Refused(status < 400 ? answer + "; redirects are not followed: mend the url" : answer);
    }

    /** The same id goes out again, so a lost answer may be tried again too. */
    private static boolean passing(Effect effect) {
        return switch (effect) {
            case Effect.Failed failed -> failed.retryable();
            case Effect.Unknown ignored -> !Thread.currentThread().isInterrupted();
            default -> false;
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
