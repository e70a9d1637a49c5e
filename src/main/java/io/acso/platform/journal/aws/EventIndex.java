package io.acso.platform.journal.aws;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Lists;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.journal.shared.EventKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Which of the copies that a stream may hold of an event is the one: whoever writes its place first decides for
 * all, and nothing moves it. An item is kept longer than the stream keeps the event.
 */
final class EventIndex {

    private static final int READ_AT_ONCE = 100;
    private static final int WRITE_AT_ONCE = 25;
    private static final String ID = "id";
    private static final String AT = "at";

    private final DynamoDbClient dynamo;
    private final String table;
    private final LongSupplier expiry;
    private final Pauses pauses;
    private final ExecutorService threads;

    /** @param expiry epoch second at which an item written now may go */
    EventIndex(DynamoDbClient dynamo, String table, LongSupplier expiry, Pauses pauses, ExecutorService threads) {
        this.dynamo = dynamo;
        this.table = table;
        this.expiry = expiry;
        this.pauses = pauses;
        this.threads = threads;
    }

    /** The places of those events that have one. */
    Map<String, EventPlace> find(Collection<String> ids) {
        return merged(chunks(ids, READ_AT_ONCE), this::get);
    }

    /** Gives events without a place this one. Where each of them is then, by whoever wrote it. */
    Map<String, EventPlace> claim(Map<String, EventPlace> places) {
        Map<String, EventPlace> taken = merged(chunks(places.keySet(), WRITE_AT_ONCE), chunk -> insert(chunk, places));
        List<String> lost =
                places.keySet().stream().filter(id -> !taken.containsKey(id)).toList();
        taken.putAll(find(lost));
        return taken;
    }

    private Map<String, EventPlace> get(List<String> ids) {
        Map<ByteBuffer, String> asked = new HashMap<>();
        ids.forEach(id -> asked.put(ByteBuffer.wrap(EventKey.of(id)), id));
        List<Map<String, AttributeValue>> keys = asked.keySet().stream()
                .map(key -> Map.of(ID, AttributeValue.fromB(SdkBytes.fromByteBuffer(key.duplicate()))))
                .toList();
        Map<String, KeysAndAttributes> request = Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        Map<String, EventPlace> found = new HashMap<>();
        Pauses.Series pause = pauses.series();
        while (!request.isEmpty()) {
            Map<String, KeysAndAttributes> now = request;
            BatchGetItemResponse answer = dynamo.batchGetItem(get -> get.requestItems(now));
            answer.responses().getOrDefault(table, List.of()).forEach(item -> read(item, asked, found));
            request = answer.unprocessedKeys();
            if (!request.isEmpty()) {
                pause.next("the index table " + table + " is throttled");
            }
        }
        return found;
    }

    private static void read(
            Map<String, AttributeValue> item, Map<ByteBuffer, String> asked, Map<String, EventPlace> found) {
        ByteBuffer key = requireNonNull(item.get(ID), ID).b().asByteBuffer();
        String place = requireNonNull(item.get(AT), AT).s();
        found.put(requireNonNull(asked.get(key), "what was not asked for"), EventPlace.parse(place));
    }

    /** Those of which this was the first; the others have a place already. */
    private Map<String, EventPlace> insert(List<String> ids, Map<String, EventPlace> places) {
        Map<String, EventPlace> taken = new HashMap<>();
        List<String> left = ids;
        Pauses.Series pause = pauses.series();
        while (!left.isEmpty()) {
            List<String> now = left;
            List<BatchStatementResponse> answers = dynamo.batchExecuteStatement(batch -> batch.statements(now.stream()
                            .map(id -> insertion(id, requireNonNull(places.get(id), id)))
                            .toList()))
                    .responses();
            List<String> again = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                BatchStatementError error = answers.get(i).error();
                if (error == null) {
                    taken.put(now.get(i), requireNonNull(places.get(now.get(i)), AT));
                } else if (passes(error)) {
                    again.add(now.get(i));
                } else if (error.code() != BatchStatementErrorCodeEnum.DUPLICATE_ITEM) {
                    throw new JournalFailure(
                            "the index table " + table + " refuses to be written: " + error.message(), null);
                }
            }
            left = again;
            if (!left.isEmpty()) {
                pause.next("the index table " + table + " is throttled");
            }
        }
        return taken;
    }

    private BatchStatementRequest insertion(String id, EventPlace place) {
        return BatchStatementRequest.builder()
                .statement("INSERT INTO \"" + table + "\" VALUE {'id': ?, 'at': ?, 'ttl': ?}")
                .parameters(
                        AttributeValue.fromB(SdkBytes.fromByteArray(EventKey.of(id))),
                        AttributeValue.fromS(place.text()),
                        AttributeValue.fromN(Long.toString(expiry.getAsLong())))
                .build();
    }

    private static boolean passes(BatchStatementError error) {
        return switch (error.code()) {
            case THROTTLING_ERROR,
                    PROVISIONED_THROUGHPUT_EXCEEDED,
                    REQUEST_LIMIT_EXCEEDED,
                    TRANSACTION_CONFLICT,
                    INTERNAL_SERVER_ERROR -> true;
            default -> false;
        };
    }

    private static List<List<String>> chunks(Collection<String> ids, int size) {
        return Lists.partition(List.copyOf(ids), size);
    }

    /** All chunks at once: each is a round trip of its own. */
    private Map<String, EventPlace> merged(
            List<List<String>> chunks, Function<List<String>, Map<String, EventPlace>> work) {
        Map<String, EventPlace> all = new HashMap<>();
        if (chunks.size() == 1) {
            all.putAll(work.apply(chunks.getFirst()));
            return all;
        }
        List<Future<Map<String, EventPlace>>> running = chunks.stream()
                .map(chunk -> threads.submit((Callable<Map<String, EventPlace>>) () -> work.apply(chunk)))
                .toList();
        for (Future<Map<String, EventPlace>> one : running) {
            all.putAll(outcome(one));
        }
        return all;
    }

    private static <T> T outcome(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalFailure("interrupted while waiting for the index table", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new JournalFailure("the index table cannot be asked", e.getCause());
        }
    }
}
