package io.acso.platform.crypto.aws;

import io.acso.platform.aws.AwsCaller;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.crypto.MasterKey;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * A symmetric key of KMS, which never leaves it. KMS renews it by itself and goes on unwrapping what older generations
 * wrapped; to change to another key, set it and rewrap: KMS finds the old one by the ciphertext.
 */
public final class KmsMasterKey implements MasterKey {

    private static final Map<String, String> PURPOSE = Map.of("purpose", "acso-keyset");

    private final KmsClient kms;
    private final String key;

    private KmsMasterKey(KmsClient kms, String key) {
        this.kms = kms;
        this.key = key;
    }

    /**
     * @param key its id, ARN or alias
     * @throws AwsNotConfigured when the credentials are of no listed account
     * @throws CryptoFailure when KMS does not let it be used
     */
    public static KmsMasterKey open(AwsClients clients, String key) {
        try {
            new AwsCaller(clients).listedAccount();
            KmsClient kms = clients.build(KmsClient.SERVICE_NAME, KmsClient.builder());
            if (!kms.describeKey(request -> request.keyId(key)).keyMetadata().enabled()) {
                throw new CryptoFailure("the KMS key " + key + " is not enabled: enable it, or set another", null);
            }
            return new KmsMasterKey(kms, key);
        } catch (SdkException e) {
            throw unusable(key, e);
        }
    }

    /** The ARN that the id or alias stands for now. */
    @Override
    public String id() {
        try {
            return kms.describeKey(request -> request.keyId(key)).keyMetadata().arn();
        } catch (SdkException e) {
            throw unusable(key, e);
        }
    }

    @Override
    public byte[] wrap(byte[] dataKey) {
        try {
            return kms.encrypt(request ->
                            request.keyId(key).encryptionContext(PURPOSE).plaintext(SdkBytes.fromByteArray(dataKey)))
                    .ciphertextBlob()
                    .asByteArray();
        } catch (SdkException e) {
            throw unusable(key, e);
        }
    }

    /** Of whichever key wrapped it, if these credentials may use that. */
    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            return kms.decrypt(request ->
                            request.encryptionContext(PURPOSE).ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
                    .plaintext()
                    .asByteArray();
        } catch (InvalidCiphertextException e) {
            throw new CryptoFailure(
                    "the data keys were wrapped by no key that KMS knows in this account and region, or are damaged:"
                            + " restore them from the backup, or use the credentials they belong to",
                    e);
        } catch (SdkException e) {
            throw unusable(key, e);
        }
    }

    /** KMS renews its keys by itself. */
    @Override
    public void renew() {
        // the key that is set wraps whatever is wrapped next
    }

    /** KMS forgets nothing; a key that is no longer used is scheduled for deletion there. */
    @Override
    public void forgetOlder() {
        // nothing is kept here
    }

    private static CryptoFailure unusable(String key, SdkException e) {
        return new CryptoFailure(
                "the KMS key %s cannot be used (%s): see that it exists and is enabled in this region, and that these credentials may describe it, encrypt and decrypt with it"
                        .formatted(key, e.getMessage()),
                e);
    }
}
