package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.ExpiryContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedExpiryTest extends ExpiryContract {

    EncryptedExpiryTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
