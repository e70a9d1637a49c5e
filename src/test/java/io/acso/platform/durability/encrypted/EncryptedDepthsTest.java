package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.DepthContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedDepthsTest extends DepthContract {

    EncryptedDepthsTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
