package io.acso.platform.durability;

import io.acso.platform.durability.Commit.Operation;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits that every adapter enforces alike, so that what works embedded works on AWS. They follow DynamoDB's:
 * 100 items and 4 MB a transaction, 400 KB an item, keys of 2048 and 1024 bytes.
 */
public final class CommitLimits {

    /** UTF-8 bytes of a key's partition. */
    public static final int MAX_PARTITION_BYTES = 2048;

    /** UTF-8 bytes of a key's sort part. */
    public static final int MAX_SORT_BYTES = 1024;

    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private CommitLimits() {}

    /** @throws CommitRefused naming the first limit that the commit breaks */
    public static void check(Commit commit) {
        if (commit.operations().size() > Commit.MAX_OPERATIONS) {
            throw new CommitRefused("a commit of %d operations; at most %d: split it"
                    .formatted(commit.operations().size(), Commit.MAX_OPERATIONS));
        }
        Set<String> addresses = new HashSet<>();
        long bytes = 0;
        for (Operation operation : commit.operations()) {
            String address = address(operation);
            if (address != null && !addresses.add(address)) {
                throw new CommitRefused("two operations on " + address + " in one commit: merge them");
            }
            bytes += checkedBytes(operation);
        }
        if (bytes > Commit.MAX_BYTES) {
            throw new CommitRefused(
                    "a commit of %d bytes; at most %d: split it, or keep large bodies in the object store"
                            .formatted(bytes, Commit.MAX_BYTES));
        }
    }

    private static long checkedBytes(Operation operation) {
        long bytes = bytes(operation);
        if (bytes > Commit.MAX_ITEM_BYTES) {
            throw new CommitRefused("%s of %d bytes; at most %d: keep the body in the object store and its hash here"
                    .formatted(describe(operation), bytes, Commit.MAX_ITEM_BYTES));
        }
        return bytes;
    }

    private static long bytes(Operation operation) {
        return switch (operation) {
            case Commit.Put(Item item, var _) -> bytes(item);
            case Commit.Delete(Key key, var _) -> bytes(key);
            case Commit.Check(Key key, var _) -> bytes(key);
            case Commit.Send(String queue, Message message) -> queue(queue) + bytes(message);
            case Commit.Acknowledge(Delivery delivery) -> bytes(delivery.receipt());
            case Commit.Redrive(String queue, String id) -> queue(queue) + bytes(id);
            case Commit.Purge(String queue, String id) -> queue(queue) + bytes(id);
            case Commit.Schedule(Timer timer) -> bytes(timer.id()) + queue(timer.queue()) + bytes(timer.message());
            case Commit.Cancel(String timerId) -> bytes(timerId);
            case Commit.Append(byte[] entry) -> entry.length;
            case Commit.Announce(Announcement fact) -> bytes(fact.body());
        };
    }

    private static long bytes(Item item) {
        long bytes = bytes(item.key()) + item.body().length;
        for (Map.Entry<String, Key> index : item.indexes().entrySet()) {
            bytes += bytes(index.getKey()) + bytes(index.getValue());
        }
        return bytes;
    }

    private static long bytes(Key key) {
        return part("partition", key.partition(), MAX_PARTITION_BYTES) + part("sort key", key.sort(), MAX_SORT_BYTES);
    }

    private static long part(String name, String text, int most) {
        long bytes = bytes(text);
        if (bytes > most) {
            throw new CommitRefused("a %s of %d bytes; at most %d: shorten or hash it".formatted(name, bytes, most));
        }
        if (text.chars().anyMatch(c -> c < ' ')) {
            throw new CommitRefused("a " + name + " with a control character: leave it out or encode it");
        }
        return bytes;
    }

    /** Fits SQS, with room for what an adapter puts around it. */
    private static long queue(String name) {
        if (!QUEUE.matcher(name).matches()) {
            throw new CommitRefused("queue '%s': a name is 1 to 40 letters, digits, '-' and '_'".formatted(name));
        }
        return name.length();
    }

    private static long bytes(Message message) {
        return bytes(message.id())
                + bytes(message.type())
                + bytes(message.group())
                + bytes(message.correlationId())
                + bytes(message.traceparent())
                + bytes(message.body());
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What the operation claims for itself within its commit; null when it may be repeated. */
    private static @Nullable String address(Operation operation) {
        return switch (operation) {
            case Commit.Append _, Commit.Announce _ -> null;
            default -> describe(operation);
        };
    }

    private static String describe(Operation operation) {
        return switch (operation) {
            case Commit.Put(Item item, var _) -> describe(item.key());
            case Commit.Delete(Key key, var _) -> describe(key);
            case Commit.Check(Key key, var _) -> describe(key);
            case Commit.Send(String queue, Message message) -> message(queue, message.id());
            case Commit.Acknowledge(Delivery delivery) ->
                "the delivery of " + delivery.message().id() + " from queue " + delivery.queue();
            case Commit.Redrive(String queue, String id) -> message(queue, id);
            case Commit.Purge(String queue, String id) -> message(queue, id);
            case Commit.Schedule(Timer timer) -> "timer " + timer.id();
            case Commit.Cancel(String timerId) -> "timer " + timerId;
            case Commit.Append _ -> "a ledger entry";
            case Commit.Announce(Announcement fact) -> "the announcement " + fact.type();
        };
    }

    private static String message(String queue, String id) {
        return "message " + id + " of queue " + queue;
    }

    private static String describe(Key key) {
        return "record " + key.partition() + " / " + key.sort();
    }
}
