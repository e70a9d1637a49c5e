package io.acso.platform.durability.embedded;

import io.acso.platform.durability.DeadLetterContract;

class SqliteDeadLettersTest extends DeadLetterContract {
    SqliteDeadLettersTest() {
        super(new SqliteProvider());
    }
}
