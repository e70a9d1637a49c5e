package io.acso.platform.crypto.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.crypto.MasterKey;
import io.acso.platform.crypto.MasterKeyContract;
import io.acso.testsupport.Emulators;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;

/** The contract on moto. Its keys are all of one account, so another key's ciphertext is refused by its context. */
class KmsMasterKeyTest extends MasterKeyContract {

    private static final String ACCOUNT = "123456789012";

    private static AwsClients clients;
    private static AwsClients others;
    private static KmsClient kms;

    private final String key =
            kms.createKey(request -> request.description("acso")).keyMetadata().keyId();

    @BeforeAll
    static void starts() {
        clients = new AwsClients(AwsSettings.loopback(Emulators.moto(), ACCOUNT));
        others = clients.in("eu-west-1");
        kms = clients.build(KmsClient.SERVICE_NAME, KmsClient.builder());
    }

    @Override
    protected MasterKey open() {
        return KmsMasterKey.open(clients, key);
    }

    /** In another region, which cannot read this one's. */
    @Override
    protected MasterKey another() {
        String theirs = others.build(KmsClient.SERVICE_NAME, KmsClient.builder())
                .createKey(request -> request.description("another"))
                .keyMetadata()
                .keyId();
        return KmsMasterKey.open(others, theirs);
    }

    @Test
    void another_key_that_is_set_takes_over_what_the_first_wrapped() {
        byte[] wrapped = open().wrap(new byte[32]);
        String next = kms.createKey(request -> request.description("next"))
                .keyMetadata()
                .keyId();
        MasterKey changed = KmsMasterKey.open(clients, next);
        assertThat(changed.unwrap(wrapped)).isEqualTo(new byte[32]);
        assertThat(changed.id()).contains(next).isNotEqualTo(open().id());
    }

    @Test
    void a_key_that_is_not_there_or_disabled_says_so() {
        assertThatThrownBy(() -> KmsMasterKey.open(clients, "alias/none"))
                .isInstanceOf(CryptoFailure.class)
                .hasMessageContaining("alias/none");
        kms.disableKey(request -> request.keyId(key));
        assertThatThrownBy(this::open).isInstanceOf(CryptoFailure.class).hasMessageContainingAll(key, "not enabled");
    }

    @Test
    void an_account_that_is_not_listed_is_not_touched() {
        AwsClients unlisted = new AwsClients(AwsSettings.loopback(Emulators.moto(), "999999999999"));
        assertThatThrownBy(() -> KmsMasterKey.open(unlisted, key)).isInstanceOf(AwsNotConfigured.class);
    }
}
