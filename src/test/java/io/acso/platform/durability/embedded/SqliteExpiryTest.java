package io.acso.platform.durability.embedded;

import io.acso.platform.durability.ExpiryContract;

class SqliteExpiryTest extends ExpiryContract {
    SqliteExpiryTest() {
        super(new SqliteProvider());
    }
}
