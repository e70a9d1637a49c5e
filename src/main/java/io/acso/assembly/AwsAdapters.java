package io.acso.assembly;

import io.acso.platform.aws.AwsCaller;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.durability.aws.AwsDurability;
import io.acso.platform.durability.aws.AwsDurabilitySettings;
import io.acso.platform.journal.aws.KinesisJournal;
import io.acso.platform.journal.aws.KinesisSettings;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.Sealing;
import io.acso.platform.objects.aws.S3ObjectStore;
import io.acso.platform.objects.aws.S3Settings;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The ports, provided on AWS: each is opened only when it is chosen, in an account that is listed. */
@Component
@EnableConfigurationProperties({AwsDurabilitySettings.class, KinesisSettings.class, S3Settings.class})
class AwsAdapters {

    private final AwsClients clients;
    private final AwsDurabilitySettings durability;
    private final KinesisSettings journal;
    private final S3Settings objects;
    private final InstantSource clock;

    AwsAdapters(
            AwsClients clients,
            AwsDurabilitySettings durability,
            KinesisSettings journal,
            S3Settings objects,
            InstantSource clock) {
        this.clients = clients;
        this.durability = durability;
        this.journal = journal;
        this.objects = objects;
        this.clock = clock;
    }

    Encryption.State state() {
        AwsDurability state = AwsDurability.open(durability, checked(), clock);
        return new Encryption.State(state, state.bodies());
    }

    Encryption.Events events(ObjectStore large, BodyCipher cipher) {
        KinesisJournal events = KinesisJournal.open(journal, checked(), large, cipher, clock);
        return new Encryption.Events(events, events.bodies());
    }

    ObjectStore objects(Sealing sealing) {
        return S3ObjectStore.open(objects, checked(), clock, sealing);
    }

    private AwsClients checked() {
        new AwsCaller(clients).listedAccount();
        return clients;
    }
}
