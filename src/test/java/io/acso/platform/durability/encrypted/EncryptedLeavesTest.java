package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.LeafContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedLeavesTest extends LeafContract {

    EncryptedLeavesTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
