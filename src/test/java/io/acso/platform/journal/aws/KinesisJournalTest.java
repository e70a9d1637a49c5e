package io.acso.platform.journal.aws;

import io.acso.platform.aws.AwsClients;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalContract;
import io.acso.testsupport.InMemoryObjectStore;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;

class KinesisJournalTest extends JournalContract {

    private static AwsClients clients;

    private final StreamFixture stream = new StreamFixture(clients, 2);

    @BeforeAll
    static void starts() {
        clients = StreamFixture.clients();
    }

    @Override
    protected Journal open() {
        return KinesisJournal.open(stream.settings(), clients, new InMemoryObjectStore(), BodyCipher.NONE, InstantSource.system());
    }
}
