package io.acso.edge.hook;

import io.acso.edge.connector.webhook.Signature;
import io.acso.platform.secrets.SecretStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Verifies what sources sign. What was verified may come twice: taking it in twice changes nothing. */
@Component
@EnableConfigurationProperties(HookSettings.class)
public final class Hooks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SHA256 = "sha256=";

    private final HookSettings settings;
    private final SecretStore secrets;
    private final InstantSource clock;

    Hooks(HookSettings settings, SecretStore secrets, InstantSource clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The longest body that is looked at, in bytes. */
    public int largestBody() {
        return (int) settings.largestBody().toBytes();
    }

    /**
     * Whether the source of that name signed this body; false too when there is no such source.
     *
     * @param header gives the first value of a request's header, or null
     */
    public boolean verified(String name, Function<String, @Nullable String> header, byte[] body) {
        HookSettings.Source source = settings.sources().get(name);
        return source != null
                && secrets.get(source.secret())
                        .map(secret -> verified(source, secret.reveal(), header, body))
                        .orElse(false);
    }

    private boolean verified(
            HookSettings.Source source, String secret, Function<String, @Nullable String> header, byte[] body) {
        return switch (source.scheme()) {
            case STANDARD -> standard(secret, header, body);
            case GITHUB -> fits(header.apply("X-Hub-Signature-256"), hmac(secret, body));
            case HMAC -> fits(header.apply(source.header()), hmac(secret, body));
        };
    }

    /** Any one of the signatures has to fit: a sender changes its secret by signing with both for a while. */
    private boolean standard(String secret, Function<String, @Nullable String> header, byte[] body) {
        @Nullable String id = header.apply("webhook-id");
        @Nullable String signatures = header.apply("webhook-signature");
        Optional<Long> time = seconds(header.apply("webhook-timestamp")).filter(this::timely);
        if (id == null || signatures == null || time.isEmpty()) {
            return false;
        }
        byte[] expected = Signature.of(id, time.get(), body, secret).getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(signatures.split(" ", 10))
                .anyMatch(one -> MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean timely(long seconds) {
        Duration off = Duration.between(Instant.ofEpochSecond(seconds), clock.instant());
        return off.abs().compareTo(settings.tolerance()) <= 0;
    }

    private static Optional<Long> seconds(@Nullable String text) {
        return text != null && text.matches("\\d{1,11}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static boolean fits(@Nullable String signature, byte[] expected) {
        if (signature == null) {
            return false;
        }
        String bare = signature.startsWith(SHA256) ? signature.substring(SHA256.length()) : signature;
        byte[] given = bare.getBytes(StandardCharsets.UTF_8);
        byte[] hex = HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(hex, given)
                || MessageDigest.isEqual(Base64.getEncoder().encode(expected), given);
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }
}
