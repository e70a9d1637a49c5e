package io.acso.platform.secrets.aws;

import io.acso.platform.aws.AwsCaller;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.secrets.Secret;
import io.acso.platform.secrets.SecretStore;
import io.acso.platform.secrets.SecretsUnavailable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets of one account, below a prefix, that somebody else sets and rotates. */
public final class SecretsManagerSecrets implements SecretStore {

    private final AwsCaller caller;
    private final SecretsManagerClient client;
    private final String prefix;

    /** @param prefix of the names there, such as {@code acso/}: nothing else can be asked for */
    public SecretsManagerSecrets(AwsClients clients, String prefix) {
        this.caller = new AwsCaller(clients);
        this.client = clients.build(SecretsManagerClient.SERVICE_NAME, SecretsManagerClient.builder());
        this.prefix = prefix;
    }

    @Override
    public Optional<Secret> get(String name) {
        return find(name, null);
    }

    /** @param version a version's id or, such as {@code AWSPREVIOUS}, the stage it is in */
    @Override
    public Optional<Secret> get(String name, String version) {
        return find(name, version);
    }

    private Optional<Secret> find(String name, @Nullable String version) {
        String id = prefix + SecretStore.checked(name);
        try {
            caller.listedAccount();
            GetSecretValueResponse found = client.getSecretValue(request -> {
                request.secretId(id);
                if (version != null && isStage(version)) {
                    request.versionStage(version);
                } else if (version != null) {
                    request.versionId(version);
                }
            });
            String value = found.secretString() == null ? found.secretBinary().asUtf8String() : found.secretString();
            return Optional.of(new Secret(name, found.versionId(), value));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new SecretsUnavailable(
                    "Secrets Manager did not give %s (%s): see that these credentials may get its value"
                            .formatted(id, e.getMessage()),
                    e);
        }
    }

    /** Ids are UUIDs or longer; the stages that AWS itself moves begin so. */
    private static boolean isStage(String version) {
        return version.startsWith("AWS");
    }
}
