package io.acso.core.detection.record;

import io.acso.core.detection.value.Value;
import io.acso.domain.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** One pass over a record. Texts that nobody wants are not decoded, objects that nobody wants are passed over. */
final class RecordWalk {

    /** Buffers stay with the threads, of which few read records, and those all the time. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(Json.MAPPER.tokenStreamFactory().streamReadConstraints())
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private final FieldPlan plan;
    private final byte[] json;
    private final FieldValues values;
    private final JsonParser parser;
    private @Nullable String name;
    private Value text = Value.NULL;

    RecordWalk(FieldPlan plan, byte[] json, FieldValues values) {
        this.plan = plan;
        this.json = json;
        this.values = values;
        this.parser = JSON.createParser(ObjectReadContext.empty(), json);
    }

    void walk() {
        try (parser) {
            value(parser.nextToken(), new Spot(plan.root(), Region.ROOT.rank(), null), Region.ROOT);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more than one JSON value: give them one by one");
            }
        }
    }

    private void value(@Nullable JsonToken token, @Nullable Spot spots, Region region) {
        switch (token) {
            case START_OBJECT -> object(spots, region);
            case START_ARRAY -> array(spots, region);
            case VALUE_NULL -> Spot.add(spots, Value.NULL, values);
            case null -> throw new StreamReadException(parser, "there is no JSON value");
            default -> scalar(spots);
        }
    }

    private void scalar(@Nullable Spot spots) {
        if (plan.everything() || Spot.wanted(spots)) {
            Value value = Value.of(parser.getString());
            Spot.add(spots, value, values);
            if (plan.everything()) {
                values.add(value);
            }
        }
    }

    private void array(@Nullable Spot spots, Region region) {
        Spot.touch(spots, values);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(token, spots, region);
        }
    }

    private void object(@Nullable Spot spots, Region region) {
        boolean wanted = Spot.wanted(spots);
        long from = wanted ? parser.currentTokenLocation().getByteOffset() : 0;
        boolean named = region == Region.NAMED;
        if (named) {
            name = null;
            text = Value.NULL;
        }
        boolean hasText = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            hasText |= key.equals(Region.TEXT_KEY);
            property(key, spots, region);
        }
        if (wanted && !hasText) {
            long to = parser.currentLocation().getByteOffset();
            Spot.add(spots, Value.ofJson(json, (int) from, (int) to), values);
        }
        if (named) {
            named();
        }
    }

    private void property(String key, @Nullable Spot spots, Region region) {
        JsonToken token = parser.nextToken();
        Region inner = region.into(key);
        Spot below = Spot.below(spots, key);
        if (key.equals(Region.TEXT_KEY)) {
            below = textOf(spots, below);
        }
        if (inner.searched()) {
            below = new Spot(plan.root(), inner.rank(), below);
            if (inner == Region.SYSTEM) {
                below = new Spot(plan.attributes(), Region.PLAIN.rank(), below);
            }
        }
        if (below == null && inner == Region.PLAIN && !plan.everything() && !ofNamed(region)) {
            parser.skipChildren();
            return;
        }
        if (ofNamed(region)) {
            keep(key, token, region);
        }
        value(token, below, inner);
    }

    /** An element's text stands for the element, but no field is below it. */
    private static @Nullable Spot textOf(@Nullable Spot element, @Nullable Spot below) {
        Spot all = below;
        for (Spot spot = element; spot != null; spot = spot.next()) {
            if (spot.node().field() != PlanNode.NO_FIELD) {
                all = new Spot(spot.node().alone(), spot.rank(), all);
            }
        }
        return all;
    }

    private static boolean ofNamed(Region region) {
        return region == Region.NAMED || region == Region.NAMED_ATTRIBUTES;
    }

    private void keep(String key, JsonToken token, Region region) {
        if (region == Region.NAMED && key.equals(Region.TEXT_KEY) && token.isScalarValue()) {
            text = token == JsonToken.VALUE_NULL ? Value.NULL : Value.of(parser.getString());
        } else if (region == Region.NAMED_ATTRIBUTES && key.equals("Name") && token == JsonToken.VALUE_STRING) {
            name = parser.getString();
        }
    }

    private void named() {
        if (name != null) {
            Spot.add(Spot.below(new Spot(plan.root(), Region.EVENT_DATA.rank(), null), name), text, values);
        }
    }
}
