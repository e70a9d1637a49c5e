package io.acso.edge.connector.webhook;

import io.acso.core.autonomy.Effect;
import io.acso.edge.connector.webhook.WebhookSettings.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Sends one notification, once. */
final class Delivery implements AutoCloseable {

    private static final int SERVER_TROUBLE = 500;
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final HttpClient client;
    private final WebhookSettings settings;
    private final InstantSource clock;

    Delivery(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    Effect send(Endpoint endpoint, String id, String body) {
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
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return new Effect.Failed("the receiver could not be reached: " + unreachable, true);
        } catch (HttpTimeoutException late) {
            return new Effect.Unknown("the receiver did not answer within " + settings.timeout());
        } catch (IOException lost) {
            return new Effect.Unknown("the receiver's answer was lost: " + lost);
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

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
