package io.acso.platform.durability.aws;

import io.acso.platform.durability.LeafContract;

class AwsLeavesTest extends LeafContract {
    AwsLeavesTest() {
        super(new AwsProvider());
    }
}
