package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.RedeliveryContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedRedeliveryTest extends RedeliveryContract {

    EncryptedRedeliveryTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
