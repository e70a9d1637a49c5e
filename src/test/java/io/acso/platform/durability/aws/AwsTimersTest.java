package io.acso.platform.durability.aws;

import io.acso.platform.durability.TimerContract;

class AwsTimersTest extends TimerContract {
    AwsTimersTest() {
        super(new AwsProvider());
    }
}
