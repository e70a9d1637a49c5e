package io.acso.platform.durability.embedded;

import io.acso.platform.durability.CommitContract;

class SqliteCommitsTest extends CommitContract {
    SqliteCommitsTest() {
        super(new SqliteProvider());
    }
}
