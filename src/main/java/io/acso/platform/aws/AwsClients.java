package io.acso.platform.aws;

import io.acso.platform.aws.AwsSettings.Credentials;
import io.acso.platform.aws.AwsSettings.Keys;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** Builds AWS clients by the settings. They share credentials and HTTP client; whoever builds one keeps it. */
public final class AwsClients {

    private final AwsSettings settings;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final String region;
    private final int attempts;
    private final Duration patience;

    /** Asks nothing of AWS. */
    public AwsClients(AwsSettings settings) {
        this(
                settings,
                credentials(settings),
                http(settings),
                settings.region(),
                settings.timeouts().attempts(),
                Duration.ZERO);
    }

    private AwsClients(
            AwsSettings settings,
            AwsCredentialsProvider credentials,
            SdkHttpClient http,
            String region,
            int attempts,
            Duration patience) {
        this.settings = settings;
        this.credentials = credentials;
        this.http = http;
        this.region = region;
        this.attempts = attempts;
        this.patience = patience;
    }

    /**
     * A client of that service.
     *
     * @param service the client's {@code SERVICE_NAME}, by which {@link AwsSettings#endpoints} may name another address
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(String service, B builder) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(overrides());
        URI endpoint = settings.endpoints().getOrDefault(service, settings.endpoint());
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    /** The same for another region. */
    public AwsClients in(String otherRegion) {
        return new AwsClients(settings, credentials, http, otherRegion, attempts, patience);
    }

    /** The same without retries: for calls that would take effect twice if an answer was lost and they were repeated. */
    public AwsClients once() {
        return new AwsClients(settings, credentials, http, region, 1, patience);
    }

    /** The same for calls that AWS answers late on purpose, such as a long poll; {@code longer} is added to time-outs. */
    public AwsClients patient(Duration longer) {
        return new AwsClients(settings, credentials, http(settings, longer), region, attempts, longer);
    }

    public AwsSettings settings() {
        return settings;
    }

    public AwsCredentialsProvider credentials() {
        return credentials;
    }

    private ClientOverrideConfiguration overrides() {
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .apiCallTimeout(settings.timeouts().call().plus(patience))
                .apiCallAttemptTimeout(settings.timeouts().attempt().plus(patience))
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts)
                        .build());
        if (settings.loopbackOnly()) {
            overrides.addExecutionInterceptor(new LoopbackOnly());
        }
        if (settings.credentials() != Credentials.DEFAULT) {
            overrides.defaultProfileFileSupplier(() -> ProfileFile.aggregator().build());
        }
        return overrides.build();
    }

    private static SdkHttpClient http(AwsSettings settings) {
        return http(settings, Duration.ZERO);
    }

    private static SdkHttpClient http(AwsSettings settings, Duration longer) {
        boolean proxied = !settings.loopbackOnly();
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.timeouts().connect())
                .socketTimeout(settings.timeouts().attempt().plus(longer))
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(proxied)
                        .useEnvironmentVariablesValues(proxied)
                        .build())
                .build();
    }

    private static AwsCredentialsProvider credentials(AwsSettings settings) {
        return switch (settings.credentials()) {
            case NONE -> AnonymousCredentialsProvider.create();
            case STATIC -> fixed(Objects.requireNonNull(settings.keys(), "keys"));
            case DEFAULT -> DefaultCredentialsProvider.builder().build();
        };
    }

    private static AwsCredentialsProvider fixed(Keys keys) {
        return StaticCredentialsProvider.create(
                keys.sessionToken() == null
                        ? AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())
                        : AwsSessionCredentials.create(
                                keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()));
    }
}
