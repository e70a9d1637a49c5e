package io.acso.platform.durability.embedded;

import io.acso.platform.durability.QueueContract;

class SqliteQueuesTest extends QueueContract {
    SqliteQueuesTest() {
        super(new SqliteProvider());
    }
}
