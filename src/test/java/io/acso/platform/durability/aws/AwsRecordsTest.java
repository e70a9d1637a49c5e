package io.acso.platform.durability.aws;

import io.acso.platform.durability.RecordsContract;

class AwsRecordsTest extends RecordsContract {
    AwsRecordsTest() {
        super(new AwsProvider());
    }
}
