package io.acso.platform.durability.embedded;

import io.acso.platform.durability.RecordsContract;

class SqliteRecordsTest extends RecordsContract {
    SqliteRecordsTest() {
        super(new SqliteProvider());
    }
}
