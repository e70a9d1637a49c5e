package io.acso.assembly;

import io.acso.edge.api.security.LocalToken;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.content.ContentSource;
import io.acso.platform.content.ContentWatch;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.Rewritable;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.journal.embedded.SqliteJournal;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.embedded.DuckDbLake;
import io.acso.platform.ledger.Ledger;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.embedded.DirectoryObjectStore;
import io.acso.platform.objects.encrypted.EncryptedObjects;
import io.acso.platform.objects.encrypted.StoredObjects;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ports, provided on this machine's disk, or by {@link AwsAdapters} where the settings say so. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformSettings.class)
class EmbeddedAdapters {

    private static final Duration CONTENT_LOOK = Duration.ofSeconds(10);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Encryption.State state(PlatformSettings settings, AwsAdapters aws, InstantSource clock) {
        return settings.durability().choose("durability", () -> embeddedState(settings, clock), aws::state);
    }

    private static Encryption.State embeddedState(PlatformSettings settings, InstantSource clock) {
        SqliteDurability state =
                SqliteDurability.open(settings.dataDirectory().resolve("state"), clock, Settings.defaults());
        return new Encryption.State(state, state.bodies());
    }

    /** The token comes after durability, which claims the directory for this process. */
    @Bean
    LocalToken localToken(PlatformSettings settings, Durability claimed) {
        return LocalToken.of(settings.dataDirectory());
    }

    @Bean
    RecordStore records(Durability durability) {
        return durability.records();
    }

    @Bean
    Encryption.Events events(
            PlatformSettings settings,
            AwsAdapters aws,
            InstantSource clock,
            Durability claimed,
            ObjectStore objects,
            Keyring keyring) {
        return settings.journal()
                .choose("journal", () -> embeddedEvents(settings, clock, keyring), () -> aws.events(objects, keyring));
    }

    private static Encryption.Events embeddedEvents(PlatformSettings settings, InstantSource clock, Keyring keyring) {
        Path directory = settings.dataDirectory().resolve("journal");
        SqliteJournal journal = SqliteJournal.open(directory, clock, SqliteJournal.Settings.DEFAULT, keyring);
        return new Encryption.Events(journal, journal.bodies());
    }

    @Bean
    Lake lake(PlatformSettings settings, Durability claimed) {
        return settings.lake()
                .choose(
                        "lake",
                        () -> DuckDbLake.open(settings.dataDirectory().resolve("lake"), DuckDbLake.Settings.DEFAULT),
                        () -> {
                            throw new StartRefused(
                                    "acso.lake.provider: aws is not available in this version; use embedded", null);
                        });
    }

    @Bean
    ObjectStore objects(
            PlatformSettings settings, AwsAdapters aws, InstantSource clock, Durability claimed, Keyring keyring) {
        EncryptedObjects sealing = new EncryptedObjects(keyring);
        Path directory = settings.dataDirectory().resolve("objects");
        return settings.objects()
                .choose(() -> DirectoryObjectStore.open(directory, clock, sealing), () -> aws.objects(sealing));
    }

    @Bean
    Rewritable storedObjects(ObjectStore objects) {
        return new StoredObjects(objects);
    }

    @Bean
    Ledger ledger(Durability durability, PlatformSettings settings) {
        return Ledger.open(durability, settings.dataDirectory(), settings.origin());
    }

    @Bean
    ContentSource contentSource(PlatformSettings settings) {
        return new ContentSource(
                EmbeddedAdapters.class.getClassLoader(), settings.content().directory());
    }

    @Bean
    ContentSnapshot content(ContentSource source) {
        return source.load();
    }

    @Bean
    ContentWatch contentWatch(ContentSource source, ContentSnapshot content, PlatformSettings settings) {
        ContentWatch watch =
                new ContentWatch(source, content, settings.content().directory());
        watch.start(CONTENT_LOOK);
        return watch;
    }
}
