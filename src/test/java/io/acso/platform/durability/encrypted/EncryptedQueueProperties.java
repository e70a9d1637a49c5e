package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.QueueModelContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedQueueProperties extends QueueModelContract {

    EncryptedQueueProperties() {
        super(() -> new EncryptedProvider(new SqliteProvider()));
    }
}
