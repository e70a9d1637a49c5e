package io.acso.platform.durability.aws;

import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.CommitRefused;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.shared.Backoff;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The table: reads that see every write, writes that happen together, and what errors mean. */
final class Table implements AutoCloseable {

    private static final int MOST_CONFLICTS = 40;

    private final DynamoDbClient client;
    private final String name;

    // The SDK gives up a call when its thread is interrupted, which would leave it open whether the call took effect.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Backoff pause = new Backoff(Duration.ofMillis(2), Duration.ofMillis(200), new SecureRandom());
    private volatile boolean closed;

    Table(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    String name() {
        return name;
    }

    Optional<Map<String, AttributeValue>> get(String partition, String sort) {
        Map<String, AttributeValue> item = call(dynamo -> dynamo.getItem(
                        get -> get.tableName(name).consistentRead(true).key(Values.key(partition, sort))))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    /** One page as DynamoDB cuts it. */
    QueryResponse page(QueryRequest.Builder query) {
        QueryRequest request = query.tableName(name).build();
        return call(dynamo -> dynamo.query(request));
    }

    /** All that the query finds, read page after page as it is asked for. */
    Iterable<Map<String, AttributeValue>> all(Supplier<QueryRequest.Builder> query) {
        return () -> new Pages(query);
    }

    /** The items of a query, a page at a time. */
    private final class Pages implements Iterator<Map<String, AttributeValue>> {
        private final Supplier<QueryRequest.Builder> query;
        private Iterator<Map<String, AttributeValue>> page;
        private @Nullable Map<String, AttributeValue> last;

        Pages(Supplier<QueryRequest.Builder> query) {
            this.query = query;
            this.page = read(query.get());
        }

        private Iterator<Map<String, AttributeValue>> read(QueryRequest.Builder request) {
            QueryResponse response = page(request);
            last = response.hasLastEvaluatedKey()
                            && !response.lastEvaluatedKey().isEmpty()
                    ? response.lastEvaluatedKey()
                    : null;
            return response.items().iterator();
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && last != null) {
                page = read(query.get().exclusiveStartKey(last));
            }
            return page.hasNext();
        }

        @Override
        public Map<String, AttributeValue> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }

    /** The item after the update; empty when its condition did not hold. */
    Optional<Map<String, AttributeValue>> update(UpdateItemRequest.Builder update) {
        UpdateItemRequest request =
                update.tableName(name).returnValues("ALL_NEW").build();
        try {
            return Optional.of(call(dynamo -> dynamo.updateItem(request)).attributes());
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    void put(Map<String, AttributeValue> item) {
        call(dynamo -> dynamo.putItem(put -> put.tableName(name).item(item)));
    }

    /**
     * All of it or nothing. A part whose condition fails is left out when it says so, and fails the whole when not.
     *
     * @throws CommitConflict when a condition failed
     */
    void transact(List<Write> writes) {
        List<Write> left = new ArrayList<>(writes);
        for (int conflicts = 0; !left.isEmpty(); ) {
            Optional<List<CancellationReason>> cancelled = attempt(left);
            if (cancelled.isEmpty()) {
                return;
            }
            if (!dropRefused(left, cancelled.get())) {
                if (++conflicts == MOST_CONFLICTS) {
                    throw new DurabilityFailure("table %s: other transactions were in the way %d times: try again later"
                            .formatted(name, conflicts));
                }
                LockSupport.parkNanos(pause.micros(conflicts) * 1_000);
            }
        }
    }

    /** The same; false when a condition failed. */
    boolean transacted(List<Write> writes) {
        try {
            transact(writes);
            return true;
        } catch (CommitConflict e) {
            return false;
        }
    }

    private Optional<List<CancellationReason>> attempt(List<Write> writes) {
        List<TransactWriteItem> items = writes.stream().map(Write::item).toList();
        // Repeated by the SDK with the same token, the transaction still happens once.
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(items)
                .clientRequestToken(UUID.randomUUID().toString())
                .build();
        try {
            call(dynamo -> dynamo.transactWriteItems(request));
            return Optional.empty();
        } catch (TransactionCanceledException e) {
            return Optional.of(e.cancellationReasons());
        } catch (TransactionInProgressException e) {
            return Optional.of(List.of());
        }
    }

    /** Leaves out what may be; false when nothing was refused, but another transaction was in the way. */
    private boolean dropRefused(List<Write> writes, List<CancellationReason> reasons) {
        List<Write> dropped = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            CancellationReason reason = reasons.get(i);
            Write write = writes.get(i);
            switch (reason.code()) {
                case "ConditionalCheckFailed" -> {
                    if (write.refusal() != null) {
                        throw write.refusal().apply(reason.hasItem() ? reason.item() : Map.of());
                    }
                    dropped.add(write);
                }
                case "ValidationError", "ItemCollectionSizeLimitExceeded" ->
                    throw new CommitRefused("DynamoDB takes no such item: " + reason.message());
                default -> {
                    // None, or a conflict or throttling that passes.
                }
            }
        }
        writes.removeAll(dropped);
        return !dropped.isEmpty();
    }

    /** Makes a call that no interrupt can cut short. */
    <T> T call(Function<DynamoDbClient, T> use) {
        if (closed) {
            throw new IllegalStateException("durability is closed");
        }
        try {
            return CompletableFuture.supplyAsync(() -> use.apply(client), threads)
                    .join();
        } catch (CompletionException e) {
            throw meaning(e.getCause() == null ? e : e.getCause());
        }
    }

    private RuntimeException meaning(Throwable trouble) {
        return switch (trouble) {
            case ConditionalCheckFailedException failed -> failed;
            case TransactionCanceledException cancelled -> cancelled;
            case TransactionInProgressException busy -> busy;
            case DynamoDbException answer
            when isCode(answer, "ValidationException") ->
                new CommitRefused("DynamoDB takes no such request: " + answer.getMessage(), answer);
            case SdkException unreachable ->
                new DurabilityFailure(
                        "table %s could not be used (%s): check acso.durability.aws.table, the network and the permissions"
                                .formatted(name, unreachable.getMessage()),
                        unreachable);
            case RuntimeException other -> other;
            case Error error -> throw error;
            default -> new IllegalStateException(trouble);
        };
    }

    private static boolean isCode(DynamoDbException answer, String code) {
        return answer.awsErrorDetails() != null
                && code.equals(answer.awsErrorDetails().errorCode());
    }

    /** Waits for calls under way. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
