package io.acso.edge.connector.webhook;

import io.acso.edge.connector.network.OpenAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts JSON, signed as Standard Webhooks 1.0 says, to a URL that somebody gave: to open addresses only, without
 * following redirects, once. Of the answer only the status is read.
 */
public final class SignedPost implements AutoCloseable {

    private static final int AT_ONCE = 50;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final InstantSource clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    /** @param timeout for all of one request, from looking the name up to the answer's status */
    public SignedPost(OpenAddresses addresses, Duration timeout, InstantSource clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(timeout))
                                .build())
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONCE)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("acso")
                .build();
    }

    /** What came of it. */
    public sealed interface Sent {

        /** The receiver answered. */
        record Answered(int status) implements Sent {}

        /** No answer came; the receiver may have had it all the same. */
        record Unanswered(String why) implements Sent {}

        /** The URL leads where nothing may be sent; nothing was. */
        record Closed(String why) implements Sent {}
    }

    /**
     * Sends it.
     *
     * @param id the same for each attempt, so that the receiver can drop what it has
     * @param secrets base64, with or without the prefix {@code whsec_}; a signature each, while one replaces another
     */
    public Sent send(URI url, String id, String body, List<String> secrets) {
        long now = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(url);
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(now));
        request.setHeader(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> Signature.of(id, now, body, secret))
                        .collect(Collectors.joining(" ")));
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        ScheduledFuture<?> deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            return new Sent.Answered(response.getCode());
        } catch (OpenAddresses.Closed closed) {
            return new Sent.Closed(String.valueOf(closed.getMessage()));
        } catch (IOException trouble) {
            return new Sent.Unanswered(
                    request.isCancelled()
                            ? "no answer within " + timeout
                            : trouble.getClass().getSimpleName() + ": " + trouble.getMessage());
        } finally {
            deadline.cancel(false);
        }
    }

    /** @throws IllegalArgumentException when it is no secret to sign with; never shows it */
    public static void checkSecret(String secret) {
        Signature.key(secret);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
