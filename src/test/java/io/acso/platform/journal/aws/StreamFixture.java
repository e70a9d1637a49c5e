package io.acso.platform.journal.aws;

import static org.awaitility.Awaitility.await;

import io.acso.platform.aws.AwsClients;
import io.acso.testsupport.AwsEmulators;
import io.acso.testsupport.Emulators;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A stream and its index table of a test's own, on the emulators. */
public final class StreamFixture {

    private final String name = "acso-" + UUID.randomUUID();

    /** Clients that reach the emulators of Kinesis and DynamoDB. */
    public static AwsClients clients() {
        return new AwsClients(AwsEmulators.settings().with("kinesis", Emulators.kinesis()));
    }

    public StreamFixture(AwsClients clients, int shards) {
        KinesisClient kinesis = clients.build(KinesisClient.SERVICE_NAME, KinesisClient.builder());
        kinesis.createStream(request -> request.streamName(name).shardCount(shards));
        DynamoDbClient dynamo = clients.build(DynamoDbClient.SERVICE_NAME, DynamoDbClient.builder());
        dynamo.createTable(request -> request.tableName(indexTable())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(id -> id.attributeName("id").attributeType(ScalarAttributeType.B))
                .keySchema(id -> id.attributeName("id").keyType(KeyType.HASH)));
        await().until(() -> kinesis.describeStreamSummary(request -> request.streamName(name))
                        .streamDescriptionSummary()
                        .streamStatus()
                == StreamStatus.ACTIVE);
    }

    /** Of the stream. */
    public String name() {
        return name;
    }

    public String indexTable() {
        return name + "-index";
    }

    KinesisSettings settings() {
        return new KinesisSettings(name, indexTable(), false);
    }
}
