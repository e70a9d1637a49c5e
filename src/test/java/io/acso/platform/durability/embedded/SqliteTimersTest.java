package io.acso.platform.durability.embedded;

import io.acso.platform.durability.TimerContract;

class SqliteTimersTest extends TimerContract {
    SqliteTimersTest() {
        super(new SqliteProvider());
    }
}
