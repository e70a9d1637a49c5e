package io.acso.edge.hook;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Webhooks that other systems send events with.
 *
 * @param sources who may, by the name in their URL, each with scheme, secret and header; none by default
 * @param largestBody a longer body is refused
 * @param tolerance how old, or early, a signed time may be
 */
@ConfigurationProperties("acso.hooks")
public record HookSettings(
        Map<String, Source> sources,
        @DefaultValue("10MB") DataSize largestBody,
        @DefaultValue("5m") Duration tolerance) {

    /**
     * One sender.
     *
     * @param scheme how it signs: standard (Standard Webhooks), github, or hmac (SHA-256 of the body)
     * @param secret the name of the secret that both know; {@code acso secret set} keeps it
     * @param header where hmac finds the signature, in hex or base64
     */
    public record Source(
            Scheme scheme,
            String secret,
            @DefaultValue("X-Signature") String header) {}

    /** How a sender signs. */
    public enum Scheme {
        STANDARD,
        GITHUB,
        HMAC
    }

    @SuppressWarnings("NullAway") // binds as null when there is none
    public HookSettings {
        sources = sources == null ? Map.of() : Map.copyOf(sources);
    }
}
