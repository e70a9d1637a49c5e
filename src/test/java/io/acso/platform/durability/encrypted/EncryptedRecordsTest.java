package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.RecordsContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedRecordsTest extends RecordsContract {

    EncryptedRecordsTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
