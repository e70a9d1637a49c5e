package io.acso.platform.durability.aws;

import io.acso.platform.durability.QueueModelContract;

class AwsQueueProperties extends QueueModelContract {
    AwsQueueProperties() {
        super(AwsProvider::new);
    }
}
