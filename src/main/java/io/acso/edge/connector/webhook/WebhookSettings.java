package io.acso.edge.connector.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where notifications go.
 *
 * @param endpoints the receivers by name, each with url (https) and secret (base64); none by default
 * @param timeout how long one delivery may take
 */
@ConfigurationProperties("acso.webhook")
public record WebhookSettings(
        Map<String, Endpoint> endpoints,
        @DefaultValue("10s") Duration timeout) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    /**
     * One receiver.
     *
     * @param url https, or http on this machine
     * @param secret shared with the receiver, base64, with or without the prefix {@code whsec_}
     */
    public record Endpoint(URI url, String secret) {

        public Endpoint {
            boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(String.valueOf(url.getHost()));
            if (!"https".equals(url.getScheme()) && !local) {
                throw new IllegalArgumentException(
                        "a webhook's url begins with https:// (http:// only on this machine), not " + url);
            }
            Signature.key(secret);
        }

        @Override
        public String toString() {
            return "Endpoint[" + url + "]";
        }
    }

    @SuppressWarnings("NullAway") // binds as null when there is none
    public WebhookSettings {
        endpoints = endpoints == null ? Map.of() : Map.copyOf(endpoints);
    }
}
