package io.acso.platform.durability.embedded;

import io.acso.platform.durability.DepthContract;

class SqliteDepthsTest extends DepthContract {
    SqliteDepthsTest() {
        super(new SqliteProvider());
    }
}
