package io.acso.platform.durability.encrypted;

import io.acso.platform.durability.CommitContract;
import io.acso.platform.durability.embedded.SqliteProvider;

class EncryptedCommitsTest extends CommitContract {

    EncryptedCommitsTest() {
        super(new EncryptedProvider(new SqliteProvider()));
    }
}
