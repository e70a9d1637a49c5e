package io.acso.platform.durability;

import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * How the JSON of one type has changed, so that what an older version wrote is read by this one. The first shape is
 * version 1; each upgrade makes, of a tree in one shape, the tree in the next. A published upgrade never changes.
 * Fields that are only added, and may be absent, need no new shape.
 *
 * <pre>{@code
 * static final Shape<Visit> SHAPE = Shape.first(Visit.class)
 *         .then(tree -> tree.set("guest", tree.remove("visitor")));
 * }</pre>
 */
public final class Shape<T> {

    private final Class<T> type;
    private final List<UnaryOperator<JsonNode>> upgrades;

    private Shape(Class<T> type, List<UnaryOperator<JsonNode>> upgrades) {
        this.type = type;
        this.upgrades = List.copyOf(upgrades);
    }

    /** The shape of a type that never changed. */
    public static <T> Shape<T> first(Class<T> type) {
        return new Shape<>(type, List.of());
    }

    /** The shape after a further change. The upgrade may change the tree that it is given. */
    public Shape<T> then(UnaryOperator<JsonNode> upgrade) {
        List<UnaryOperator<JsonNode>> more = new ArrayList<>(upgrades);
        more.add(upgrade);
        return new Shape<>(type, more);
    }

    /** The version that is written today. */
    public int version() {
        return upgrades.size() + 1;
    }

    /** A record not yet written. */
    public Item item(Key key, T value) {
        return Item.of(key.partition(), key.sort(), version(), value);
    }

    /** The record with another body, in today's shape, to be written at the version it was read. */
    public Item replace(Item item, T value) {
        return item.withBody(version(), Json.bytes(value));
    }

    /** @throws UnknownShape when a newer version wrote it */
    public T read(Item item) {
        int from = item.schemaVersion();
        return from == version()
                ? Json.read(item.body(), type)
                : Json.convert(upgraded(describe(item.key()), from, Json.tree(item.body())), type);
    }

    /** @throws UnknownShape when a newer version sent it */
    public T read(Message message) {
        return Json.convert(tree(message), type);
    }

    /** The message's body in today's shape, for whoever checks it before it becomes a value. */
    public JsonNode tree(Message message) {
        return upgraded("message " + message.id(), message.schemaVersion(), Json.tree(message.body()));
    }

    private JsonNode upgraded(String what, int from, JsonNode body) {
        if (from < 1 || from > version()) {
            throw new UnknownShape(
                    "%s is a %s of version %d, and this ACSO knows 1 to %d: run the version that wrote it"
                            .formatted(what, type.getSimpleName(), from, version()));
        }
        JsonNode tree = body;
        for (UnaryOperator<JsonNode> upgrade : upgrades.subList(from - 1, upgrades.size())) {
            tree = upgrade.apply(tree);
        }
        return tree;
    }

    private static String describe(Key key) {
        return "record " + key.partition() + " / " + key.sort();
    }
}
