package io.acso.platform.durability.embedded;

import io.acso.platform.durability.QueueModelContract;

class SqliteQueueProperties extends QueueModelContract {
    SqliteQueueProperties() {
        super(SqliteProvider::new);
    }
}
