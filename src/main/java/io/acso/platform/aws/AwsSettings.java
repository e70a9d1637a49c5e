package io.acso.platform.aws;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which accounts ACSO may touch, and how AWS is reached. With the defaults it reaches nothing.
 *
 * @param accounts twelve-digit ids of the accounts that may be touched; none by default
 * @param region for calls that name no region of their own, such as IAM's and STS's
 * @param endpoint asked instead of AWS, for every service; null for AWS itself
 * @param endpoints asked instead of that, by service, such as {@code dynamodb}, {@code sqs} or {@code kinesis}
 * @param loopbackOnly refuses every address but this machine's; needs an endpoint and static keys
 * @param credentials where credentials come from
 * @param keys the keys when {@code credentials} is {@code static}
 * @param timeouts how long calls may take
 */
@ConfigurationProperties("acso.aws")
public record AwsSettings(
        @DefaultValue Set<String> accounts,
        @DefaultValue("us-east-1") String region,
        @Nullable URI endpoint,
        @DefaultValue Map<String, URI> endpoints,
        @DefaultValue("false") boolean loopbackOnly,
        @DefaultValue("none") Credentials credentials,
        @Nullable Keys keys,
        @DefaultValue Timeouts timeouts) {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    /** Where credentials come from; never guessed. */
    public enum Credentials {
        /** No credentials: nothing is asked of AWS. */
        NONE,
        /** The keys in the settings. */
        STATIC,
        /** The SDK's default chain: environment, profile, container or instance role. */
        DEFAULT
    }

    /**
     * Static keys; the secret parts never show in {@link #toString}.
     *
     * @param accessKeyId the key's id
     * @param secretAccessKey the key's secret
     * @param sessionToken of temporary credentials; null for long-lived ones
     */
    public record Keys(
            String accessKeyId,
            String secretAccessKey,
            @Nullable String sessionToken) {
        @Override
        public String toString() {
            return "Keys[" + accessKeyId + "]";
        }
    }

    /**
     * How long calls may take.
     *
     * @param connect to reach the other side
     * @param attempt one try, sending included
     * @param call all tries of one call together
     * @param attempts tries of a call that failed in a way that may pass, at least 1
     */
    public record Timeouts(
            @DefaultValue("3s") Duration connect,
            @DefaultValue("10s") Duration attempt,
            @DefaultValue("30s") Duration call,
            @DefaultValue("3") int attempts) {

        /** As when nothing is set. */
        public static Timeouts standard() {
            return new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30), 3);
        }
    }

    public AwsSettings {
        accounts = Set.copyOf(accounts);
        endpoints = Map.copyOf(endpoints);
        for (String account : accounts) {
            require(
                    ACCOUNT.matcher(account).matches(),
                    "acso.aws.accounts holds twelve-digit account ids, quoted, not '" + account + "'");
        }
        require(
                credentials != Credentials.STATIC || keys != null,
                "acso.aws.credentials is static: set acso.aws.keys.access-key-id and .secret-access-key");
        require(
                !loopbackOnly || (endpoint != null && credentials == Credentials.STATIC),
                "acso.aws.loopback-only needs acso.aws.endpoint and acso.aws.credentials=static");
        require(timeouts.attempts() >= 1, "acso.aws.timeouts.attempts is at least 1");
    }

    /** Neither credentials nor accounts: nothing is asked of AWS. */
    public static AwsSettings none() {
        return new AwsSettings(
                Set.of(), "us-east-1", null, Map.of(), false, Credentials.NONE, null, Timeouts.standard());
    }

    /** A stand-in on this machine, with keys that are worth nothing anywhere. */
    public static AwsSettings loopback(URI endpoint, String account) {
        return new AwsSettings(
                Set.of(account),
                "us-east-1",
                endpoint,
                Map.of(),
                true,
                Credentials.STATIC,
                new Keys("AKIAACSOLOOPBACKONLY", "worth-nothing-anywhere", null),
                Timeouts.standard());
    }

    /** The same, but one service is asked elsewhere; {@code service} as in {@link #endpoints}. */
    public AwsSettings with(String service, URI elsewhere) {
        Map<String, URI> more = new HashMap<>(endpoints);
        more.put(service, elsewhere);
        return new AwsSettings(accounts, region, endpoint, more, loopbackOnly, credentials, keys, timeouts);
    }

    /** The same with other patience. */
    public AwsSettings with(Timeouts patience) {
        return new AwsSettings(accounts, region, endpoint, endpoints, loopbackOnly, credentials, keys, patience);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
