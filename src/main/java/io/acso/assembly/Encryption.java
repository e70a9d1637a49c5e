package io.acso.assembly;

import io.acso.platform.aws.AwsClients;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.KeysetStore;
import io.acso.platform.crypto.MasterKey;
import io.acso.platform.crypto.Reencryption;
import io.acso.platform.crypto.Rewritable;
import io.acso.platform.crypto.aws.KmsMasterKey;
import io.acso.platform.crypto.embedded.KeysetFile;
import io.acso.platform.crypto.embedded.LocalMasterKey;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.StoredBodies;
import io.acso.platform.durability.encrypted.EncryptedDurability;
import io.acso.platform.durability.encrypted.EncryptedState;
import io.acso.platform.durability.encrypted.KeyWitness;
import io.acso.platform.durability.encrypted.RecordKeyset;
import io.acso.platform.journal.Journal;
import io.acso.platform.secrets.CachedSecrets;
import io.acso.platform.secrets.SecretStore;
import io.acso.platform.secrets.aws.SecretsManagerSecrets;
import io.acso.platform.secrets.embedded.SecretFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The keys, opened before anything is written, and what they encrypt. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CryptoSettings.class, SecretSettings.class})
class Encryption {

    /** Durability as its provider keeps it; only the keys are checked against it, all else goes through them. */
    record State(Durability durability, StoredBodies bodies) implements AutoCloseable {

        boolean isEncrypted() {
            return KeyWitness.isIn(durability);
        }

        @Override
        public void close() {
            durability.close();
        }
    }

    /** The journal, and its bodies as they lie in storage. */
    record Events(Journal journal, Rewritable bodies) {}

    @Bean
    KeysetStore keyset(CryptoSettings crypto, PlatformSettings settings, State state) {
        return crypto.provider().equals("aws") ? new RecordKeyset(state.durability()) : new KeysetFile(keys(settings));
    }

    @Bean
    MasterKey masterKey(
            CryptoSettings crypto, PlatformSettings settings, AwsClients aws, KeysetStore keyset, State state) {
        boolean isFirstStart = keyset.load().isEmpty() && !state.isEncrypted();
        return switch (crypto.provider()) {
            case "embedded" -> LocalMasterKey.open(crypto.masterKeyFile(keys(settings)), isFirstStart);
            case "aws" -> KmsMasterKey.open(aws, crypto.requiredKmsKey());
            default -> throw unknown("acso.crypto.provider", crypto.provider());
        };
    }

    @Bean
    Keyring keyring(KeysetStore keyset, MasterKey master, State state, InstantSource clock) {
        return Keyring.open(keyset, master, clock, !state.isEncrypted());
    }

    /** The state closes what it stands on. */
    @Bean(destroyMethod = "")
    Durability durability(State state, Keyring keyring, KeysetStore keyset) {
        Durability encrypted = new EncryptedDurability(state.durability(), keyring);
        KeyWitness.check(encrypted, keyring, keyset.where());
        return encrypted;
    }

    @Bean
    Rewritable encryptedState(State state) {
        return new EncryptedState(state.bodies());
    }

    @Bean
    Journal journal(Events events) {
        return events.journal();
    }

    @Bean
    Rewritable encryptedEvents(Events events) {
        return events.bodies();
    }

    @Bean
    Reencryption reencryption(Keyring keyring, KeysetStore keyset, List<Rewritable> stores, InstantSource clock) {
        Reencryption reencryption = new Reencryption(keyring, keyset, stores, clock);
        reencryption.sealEncryptedStores();
        return reencryption;
    }

    @Bean
    SecretFile secretFile(PlatformSettings settings, Keyring keyring, InstantSource clock) {
        return new SecretFile(settings.dataDirectory().resolve(SecretFile.NAME), keyring, clock);
    }

    @Bean
    @Primary
    SecretStore secrets(SecretSettings secrets, SecretFile file, AwsClients aws, InstantSource clock) {
        SecretStore store = switch (secrets.provider()) {
            case "embedded" -> file;
            case "aws" -> new SecretsManagerSecrets(aws, secrets.prefix());
            default -> throw unknown("acso.secrets.provider", secrets.provider());
        };
        return new CachedSecrets(store, secrets.cache(), clock);
    }

    private static StartRefused unknown(String setting, String provider) {
        return new StartRefused("%s: '%s' is unknown; use embedded or aws".formatted(setting, provider), null);
    }

    private static Path keys(PlatformSettings settings) {
        return settings.dataDirectory().resolve("keys");
    }
}
