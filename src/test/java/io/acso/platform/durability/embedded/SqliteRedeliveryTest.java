package io.acso.platform.durability.embedded;

import io.acso.platform.durability.RedeliveryContract;

class SqliteRedeliveryTest extends RedeliveryContract {
    SqliteRedeliveryTest() {
        super(new SqliteProvider());
    }
}
