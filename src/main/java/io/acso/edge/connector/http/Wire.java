package io.acso.edge.connector.http;

import io.acso.edge.connector.command.BoundedText;
import io.acso.edge.connector.network.OpenAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, each over a connection of its own, so that a failure is always about this request: nothing was sent
 * on a connection that the other side had already closed.
 */
final class Wire implements AutoCloseable {

    private static final int AT_ONCE = 100;
    private static final String SENDING = "acso.sending";
    private static final List<String> OF_USE = List.of("location", "retry-after", "content-type");

    private final HttpSettings settings;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("http-deadlines").factory());
    private @Nullable CloseableHttpClient client;

    Wire(HttpSettings settings) {
        this.settings = settings;
    }

    /** Made with the first request, so that a start does not wait for it. */
    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = HttpClients.custom()
                    .setConnectionManager(connections())
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                            .setProtocolUpgradeEnabled(false)
                            .setAuthenticationEnabled(false)
                            .build())
                    .setRequestExecutor(new Noting())
                    .setConnectionReuseStrategy((request, response, context) -> false)
                    .disableRedirectHandling()
                    .disableAutomaticRetries()
                    .disableCookieManagement()
                    .disableContentCompression()
                    .setUserAgent("acso")
                    .build();
        }
        return client;
    }

    private HttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(Addresses.of(settings.networks()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .setMaxConnTotal(AT_ONCE)
                .setMaxConnPerRoute(AT_ONCE)
                .build();
    }

    /** Notes when a request begins to leave: from here on the other side may have had it. */
    private static final class Noting extends HttpRequestExecutor {
        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            context.setAttribute(SENDING, Boolean.TRUE);
            return super.execute(request, connection, informed, context);
        }
    }

    /**
     * Sends it and waits for the answer.
     *
     * @param more headers beside the call's own, such as the secret
     * @param timeout for all of it
     */
    Answer send(HttpCall call, Map<String, String> more, Duration timeout) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.url());
        call.headers().forEach(request::addHeader);
        more.forEach(request::addHeader);
        if (call.content() != null) {
            request.setEntity(new ByteArrayEntity(call.content(), null));
        }
        HttpClientContext context = HttpClientContext.create();
        ScheduledFuture<?> deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client().executeOpen(null, request, context)) {
            return given(response);
        } catch (IOException trouble) {
            String why = request.isCancelled() ? "no whole answer within " + timeout : words(trouble);
            return context.getAttribute(SENDING) == null
                    ? new Answer.NotSent(why, passing(trouble))
                    : new Answer.Lost(why);
        } finally {
            deadline.cancel(false);
        }
    }

    private Answer given(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : OF_USE) {
            Header header = response.getFirstHeader(name);
            if (header != null) {
                headers.put(
                        name,
                        BoundedText.of(header.getValue().getBytes(StandardCharsets.UTF_8), 512)
                                .text());
            }
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer.Given(response.getCode(), headers, new BoundedText("", false));
        }
        try (InputStream body = entity.getContent()) {
            return new Answer.Given(response.getCode(), headers, BoundedText.head(body, (int)
                    settings.answer().toBytes()));
        }
    }

    /** A closed address or a certificate that nobody vouches for stays what it is. */
    private static boolean passing(IOException trouble) {
        return !(trouble instanceof OpenAddresses.Closed)
                && !(trouble instanceof SSLException && trouble.getCause() instanceof CertificateException);
    }

    private static String words(IOException trouble) {
        return trouble.getClass().getSimpleName() + ": " + trouble.getMessage();
    }

    @Override
    public synchronized void close() throws IOException {
        deadlines.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
