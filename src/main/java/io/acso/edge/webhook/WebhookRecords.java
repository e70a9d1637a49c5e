package io.acso.edge.webhook;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of webhooks and their deliveries, and the operations that change them. */
public final class WebhookRecords {

    /** More would slow every change down. */
    public static final int MOST = 100;

    static final String QUEUE = "webhooks";

    private static final String PARTITION = "webhooks";
    private static final String MESSAGE = "io.acso.webhook.delivery";
    private static final int SCHEMA_VERSION = 1;

    private final RecordStore records;
    private final Duration log;

    /** @param log how long deliveries are kept */
    public WebhookRecords(RecordStore records, Duration log) {
        this.records = records;
        this.log = log;
    }

    /** A webhook as it was read, to be written back at its version. */
    public record Held(Webhook webhook, Item item) {

        /** Writes it, changed. */
        public Commit.Put put(Webhook changed) {
            return new Commit.Put(item.replacedBy(changed), Commit.Expect.version(item.version()));
        }
    }

    /** A delivery and what makes it one. */
    public record Told(Delivery delivery, List<Commit.Operation> operations) {}

    record HeldDelivery(Delivery delivery, Item item) {
        Commit.Put put(Delivery changed) {
            return new Commit.Put(item.replacedBy(changed), Commit.Expect.version(item.version()));
        }
    }

    /** What the queue holds of a delivery. */
    record Errand(String webhook, String delivery, int attempt) {
        Message message(String name) {
            // In order and one at a time for each webhook, so that a slow receiver holds up nobody else.
            return new Message(
                    name, MESSAGE, webhook, Message.Priority.NORMAL, delivery, null, SCHEMA_VERSION, Json.text(this));
        }
    }

    public Commit.Put add(Webhook webhook) {
        return new Commit.Put(Item.of(PARTITION, webhook.id(), SCHEMA_VERSION, webhook), Commit.Expect.ABSENT);
    }

    /** Its deliveries stay readable until they expire. */
    public Commit.Delete remove(Held held) {
        return new Commit.Delete(
                held.item().key(), Commit.Expect.version(held.item().version()));
    }

    public Optional<Held> find(String id) {
        return records.get(new Key(PARTITION, id)).map(item -> new Held(item.as(Webhook.class), item));
    }

    /** All of them; there are {@value #MOST} at the most. */
    public List<Webhook> all() {
        return records.all(Query.partition(PARTITION), MOST).stream()
                .map(item -> item.as(Webhook.class))
                .toList();
    }

    /** The deliveries of a webhook, the newest first. */
    public Page<Delivery> deliveries(String webhook, int limit, @Nullable String cursor) {
        Page<Item> page = records.query(
                Query.partition(partition(webhook)).newestFirst().limit(limit).after(cursor));
        return new Page<>(
                page.items().stream().map(item -> item.as(Delivery.class)).toList(), page.next());
    }

    public Optional<Delivery> delivery(String webhook, String id) {
        return held(webhook, id).map(HeldDelivery::delivery);
    }

    Optional<HeldDelivery> held(String webhook, String id) {
        return records.get(new Key(partition(webhook), id))
                .map(item -> new HeldDelivery(item.as(Delivery.class), item));
    }

    /**
     * Tells a webhook of a change.
     *
     * @param data what is told beside kind and time
     */
    public Told tell(
            Webhook webhook, String kind, String subject, Instant time, Map<String, String> data, Instant now) {
        String id = id(webhook, kind, subject, time);
        String body = Json.text(Map.of("type", kind, "timestamp", time.toString(), "data", data));
        Delivery delivery =
                new Delivery(id, webhook.id(), kind, subject, body, now, Delivery.Status.WAITING, List.of(), now);
        Item item =
                Item.of(partition(webhook.id()), id, SCHEMA_VERSION, delivery).expiring(now.plus(log));
        return new Told(
                delivery,
                List.of(
                        new Commit.Put(item, Commit.Expect.ANYTHING),
                        new Commit.Send(QUEUE, new Errand(webhook.id(), id, 0).message(id))));
    }

    /** Sends what was delivered or given up once more, under the same id; empty when there is no such delivery. */
    public Optional<List<Commit.Operation>> replay(String webhook, String id, String occasion, Instant now) {
        return held(webhook, id)
                .map(held -> List.of(
                        held.put(held.delivery().again(now)),
                        new Commit.Send(
                                QUEUE, new Errand(webhook, id, 0).message(id + "/" + Digest.id("again", occasion)))));
    }

    /** The same change told twice, by two processes, is one delivery. */
    static String id(Webhook webhook, String kind, String subject, Instant time) {
        String unique =
                Digest.ofParts(webhook.id(), kind, subject, time.toString()).hex();
        return "whd-%015x-%s".formatted(Math.max(0, time.toEpochMilli()), unique.substring(0, 12));
    }

    private static String partition(String webhook) {
        return "webhook#" + webhook;
    }
}
