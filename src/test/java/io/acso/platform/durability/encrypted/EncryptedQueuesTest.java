package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.QueueContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedQueuesTest extends QueueContract {

    EncryptedQueuesTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
