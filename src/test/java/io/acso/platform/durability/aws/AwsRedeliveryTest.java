package io.acso.platform.durability.aws;

import io.acso.platform.durability.RedeliveryContract;

class AwsRedeliveryTest extends RedeliveryContract {
    AwsRedeliveryTest() {
        super(new AwsProvider());
    }
}
