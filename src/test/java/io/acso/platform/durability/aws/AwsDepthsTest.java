package io.acso.platform.durability.aws;

import io.acso.platform.durability.DepthContract;

class AwsDepthsTest extends DepthContract {
    AwsDepthsTest() {
        super(new AwsProvider());
    }
}
