package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.TimerContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedTimersTest extends TimerContract {

    EncryptedTimersTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
