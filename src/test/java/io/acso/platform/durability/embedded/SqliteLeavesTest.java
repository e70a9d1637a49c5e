package io.acso.platform.durability.embedded;

import io.acso.platform.durability.LeafContract;

class SqliteLeavesTest extends LeafContract {
    SqliteLeavesTest() {
        super(new SqliteProvider());
    }
}
