package io.acso.platform.durability.aws;

import io.acso.platform.durability.CommitContract;

class AwsCommitsTest extends CommitContract {
    AwsCommitsTest() {
        super(new AwsProvider());
    }
}
