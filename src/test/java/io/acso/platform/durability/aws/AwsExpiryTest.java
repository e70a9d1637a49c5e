package io.acso.platform.durability.aws;

import io.acso.platform.durability.ExpiryContract;

class AwsExpiryTest extends ExpiryContract {
    AwsExpiryTest() {
        super(new AwsProvider());
    }
}
