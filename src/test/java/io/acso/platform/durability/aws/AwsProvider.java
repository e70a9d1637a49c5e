package io.acso.platform.durability.aws;

import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityProvider;
import io.acso.testsupport.AwsEmulators;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table of its own for each test, in emulators that all tests share. */
final class AwsProvider implements DurabilityProvider {

    private final String table = "acso-" + UUID.randomUUID();

    @Override
    public Durability open(InstantSource clock, Duration indexLag) {
        return AwsDurability.open(settings(table), AwsEmulators.clients(), clock);
    }

    static AwsDurabilitySettings settings(String table) {
        return new AwsDurabilitySettings(
                table,
                table.substring(0, 20) + "-",
                true,
                null,
                null,
                MAX_ATTEMPTS,
                BACKOFF_BASE,
                BACKOFF_MOST,
                INBOX_RETENTION,
                Duration.ofMillis(100));
    }

    @Override
    public boolean indexesLagAsAsked() {
        return false;
    }

    @Override
    public void close() {
        try (DynamoDbClient dynamo =
                AwsEmulators.clients().build(DynamoDbClient.SERVICE_NAME, DynamoDbClient.builder())) {
            dynamo.deleteTable(delete -> delete.tableName(table));
        }
    }
}
