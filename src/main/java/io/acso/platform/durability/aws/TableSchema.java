package io.acso.platform.durability.aws;

import io.acso.platform.durability.DurabilityFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The shape of the table: made when that is asked for, else compared with what is there. */
final class TableSchema {

    private static final Duration LONGEST_CREATION = Duration.ofMinutes(2);

    private TableSchema() {}

    static void ensure(Table table, boolean create) {
        try {
            check(table.name(), describe(table));
        } catch (DurabilityFailure e) {
            if (!(e.getCause() instanceof ResourceNotFoundException)) {
                throw e;
            }
            if (!create) {
                throw new DurabilityFailure(
                        "there is no table %s in this account and region: create it as docs/guides/aws.md says, or set acso.durability.aws.create"
                                .formatted(table.name()),
                        e);
            }
            create(table);
        }
    }

    private static TableDescription describe(Table table) {
        return table.call(dynamo -> dynamo.describeTable(request -> request.tableName(table.name())))
                .table();
    }

    private static void check(String name, TableDescription there) {
        Set<String> missing = new TreeSet<>(indexNames());
        there.globalSecondaryIndexes().forEach(index -> missing.remove(index.indexName()));
        there.localSecondaryIndexes().forEach(index -> missing.remove(index.indexName()));
        if (!missing.isEmpty()) {
            throw new DurabilityFailure("table %s lacks the indexes %s: it was not made for ACSO; choose another in"
                            .formatted(name, missing)
                    + " acso.durability.aws.table, or create it as docs/guides/aws.md says");
        }
    }

    private static Set<String> indexNames() {
        Set<String> names =
                IntStream.range(0, Column.SLOTS).mapToObj(Column::index).collect(Collectors.toCollection(TreeSet::new));
        names.addAll(List.of(Column.BY_PLACE, Column.BY_LINE));
        return names;
    }

    private static void create(Table table) {
        try {
            table.call(dynamo -> dynamo.createTable(request(table.name())));
        } catch (DurabilityFailure e) {
            // Another process may be making it at this moment.
            if (!(e.getCause() instanceof ResourceInUseException)) {
                throw e;
            }
        }
        table.call(dynamo -> dynamo.waiter()
                .waitUntilTableExists(
                        request -> request.tableName(table.name()), wait -> wait.waitTimeout(LONGEST_CREATION)));
        table.call(dynamo -> enableExpiry(dynamo, table.name()));
    }

    private static String enableExpiry(DynamoDbClient dynamo, String name) {
        dynamo.updateTimeToLive(request -> request.tableName(name)
                .timeToLiveSpecification(ttl -> ttl.attributeName(Column.TTL).enabled(true)));
        return name;
    }

    static CreateTableRequest request(String name) {
        List<AttributeDefinition> columns = new ArrayList<>();
        List.of(Column.PARTITION, Column.SORT, Column.PLACE, Column.LINE).forEach(column -> columns.add(text(column)));
        List<GlobalSecondaryIndex> indexes = new ArrayList<>();
        for (int slot = 0; slot < Column.SLOTS; slot++) {
            columns.add(text(Column.indexPartition(slot)));
            columns.add(text(Column.indexSort(slot)));
            indexes.add(GlobalSecondaryIndex.builder()
                    .indexName(Column.index(slot))
                    .keySchema(keys(Column.indexPartition(slot), Column.indexSort(slot)))
                    .projection(Projection.builder()
                            .projectionType(ProjectionType.ALL)
                            .build())
                    .build());
        }
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(columns)
                .keySchema(keys(Column.PARTITION, Column.SORT))
                .localSecondaryIndexes(byPlace(), byLine())
                .globalSecondaryIndexes(indexes)
                .build();
    }

    private static LocalSecondaryIndex byPlace() {
        return LocalSecondaryIndex.builder()
                .indexName(Column.BY_PLACE)
                .keySchema(keys(Column.PARTITION, Column.PLACE))
                .projection(projection -> projection
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(Column.AT, Column.RECEIPT, Column.ATTEMPTS, Column.GROUP, Column.SENT))
                .build();
    }

    private static LocalSecondaryIndex byLine() {
        return LocalSecondaryIndex.builder()
                .indexName(Column.BY_LINE)
                .keySchema(keys(Column.PARTITION, Column.LINE))
                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }

    private static AttributeDefinition text(String column) {
        return AttributeDefinition.builder()
                .attributeName(column)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
