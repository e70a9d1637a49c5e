package io.acso.platform.durability.aws;

import io.acso.platform.durability.QueueContract;

class AwsQueuesTest extends QueueContract {
    AwsQueuesTest() {
        super(new AwsProvider());
    }
}
