package io.acso.platform.secrets.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.secrets.SecretStore;
import io.acso.platform.secrets.SecretStoreContract;
import io.acso.testsupport.Emulators;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** The contract on moto. */
class SecretsManagerSecretsTest extends SecretStoreContract {

    private static AwsClients clients;
    private static SecretsManagerClient admin;

    private final String prefix = "acso-" + UUID.randomUUID() + "/";

    @BeforeAll
    static void starts() {
        clients = new AwsClients(AwsSettings.loopback(Emulators.moto(), "123456789012"));
        admin = clients.build(SecretsManagerClient.SERVICE_NAME, SecretsManagerClient.builder());
    }

    @Override
    protected SecretStore store() {
        return new SecretsManagerSecrets(clients, prefix);
    }

    @Override
    protected void set(String name, String value) {
        try {
            admin.createSecret(request -> request.name(prefix + name).secretString(value));
        } catch (ResourceExistsException e) {
            admin.putSecretValue(request -> request.secretId(prefix + name).secretString(value));
        }
    }

    @Test
    void the_version_before_can_be_asked_for_by_its_stage() {
        set("token", "first");
        set("token", "second");
        assertThat(store().get("token", "AWSPREVIOUS").orElseThrow().reveal()).isEqualTo("first");
        assertThat(store().get("token", "AWSCURRENT").orElseThrow().reveal()).isEqualTo("second");
    }

    @Test
    void an_account_that_is_not_listed_is_not_asked() {
        AwsClients unlisted = new AwsClients(AwsSettings.loopback(Emulators.moto(), "999999999999"));
        SecretStore store = new SecretsManagerSecrets(unlisted, prefix);
        assertThatThrownBy(() -> store.get("token")).isInstanceOf(AwsNotConfigured.class);
    }
}
