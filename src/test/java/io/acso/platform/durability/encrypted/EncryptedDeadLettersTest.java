package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.DeadLetterContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedDeadLettersTest extends DeadLetterContract {

    EncryptedDeadLettersTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
