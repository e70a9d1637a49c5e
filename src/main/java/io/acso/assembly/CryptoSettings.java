package io.acso.assembly;

import io.acso.platform.crypto.embedded.LocalMasterKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is kept is encrypted. It always is.
 *
 * @param provider of the master key: embedded, a file; aws, a key of KMS
 * @param masterKeyFile the file when embedded; by default {@code keys/master.key} in the data directory, where a backup
 *     of the directory holds it too
 * @param kmsKey id, ARN or alias of the KMS key when the provider is aws
 */
@ConfigurationProperties("acso.crypto")
record CryptoSettings(
        @DefaultValue("embedded") String provider,
        @Nullable Path masterKeyFile,
        @Nullable String kmsKey) {

    Path masterKeyFile(Path keys) {
        return masterKeyFile == null ? keys.resolve(LocalMasterKey.NAME) : masterKeyFile;
    }

    String requiredKmsKey() {
        if (kmsKey == null) {
            throw new StartRefused("acso.crypto.provider is aws: name the key of KMS in acso.crypto.kms-key", null);
        }
        return kmsKey;
    }
}
