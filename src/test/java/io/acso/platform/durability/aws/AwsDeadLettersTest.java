package io.acso.platform.durability.aws;

import io.acso.platform.durability.DeadLetterContract;

class AwsDeadLettersTest extends DeadLetterContract {
    AwsDeadLettersTest() {
        super(new AwsProvider());
    }
}
