package io.acso.edge.connector.aws;

import io.acso.edge.connector.aws.AwsSettings.Keys;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The one place where AWS clients are built. Clients share one HTTP client and are kept per region. */
final class AwsClients {

    private final AwsSettings settings;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Map<String, IamClient> iam = new ConcurrentHashMap<>();
    private final Map<String, StsClient> sts = new ConcurrentHashMap<>();
    private final Map<String, Ec2Client> ec2 = new ConcurrentHashMap<>();
    private final Map<String, Ec2Client> ec2Once = new ConcurrentHashMap<>();

    AwsClients(AwsSettings settings) {
        this.settings = settings;
        this.credentials = credentials(settings);
        this.http = http(settings);
    }

    AwsCredentialsProvider credentials() {
        return credentials;
    }

    IamClient iam() {
        return iam.computeIfAbsent(
                settings.region(),
                region -> configured(IamClient.builder(), region, attempts()).build());
    }

    StsClient sts() {
        return sts.computeIfAbsent(
                settings.region(),
                region -> configured(StsClient.builder(), region, attempts()).build());
    }

    Ec2Client ec2(String region) {
        return ec2.computeIfAbsent(
                region,
                name -> configured(Ec2Client.builder(), name, attempts()).build());
    }

    /** Tries once: for calls that would take effect twice if an answer was lost and the SDK sent them again. */
    Ec2Client ec2Once(String region) {
        return ec2Once.computeIfAbsent(
                region, name -> configured(Ec2Client.builder(), name, 1).build());
    }

    private int attempts() {
        return settings.timeouts().attempts();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, String region, int attempts) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(overrides(attempts));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder;
    }

    private ClientOverrideConfiguration overrides(int attempts) {
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .apiCallTimeout(settings.timeouts().call())
                .apiCallAttemptTimeout(settings.timeouts().attempt())
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts)
                        .build());
        if (settings.loopbackOnly()) {
            overrides.addExecutionInterceptor(new LoopbackOnly());
        }
        if (settings.credentials() != AwsSettings.Credentials.DEFAULT) {
            overrides.defaultProfileFileSupplier(() -> ProfileFile.aggregator().build());
        }
        return overrides.build();
    }

    private static SdkHttpClient http(AwsSettings settings) {
        boolean proxied = !settings.loopbackOnly();
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.timeouts().connect())
                .socketTimeout(settings.timeouts().attempt())
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
