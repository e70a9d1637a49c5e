package io.acso.platform.durability.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values, to and fro. Times are microseconds since 1970. */
final class Values {

    private Values() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue bytes(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value));
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        Map<String, AttributeValue> key = new HashMap<>();
        key.put(Column.PARTITION, text(partition));
        key.put(Column.SORT, text(sort));
        return key;
    }

    static void putIfPresent(Map<String, AttributeValue> item, String column, @Nullable String value) {
        if (value != null) {
            item.put(column, text(value));
        }
    }

    static String text(Map<String, AttributeValue> item, String column) {
        return optionalText(item, column)
                .orElseThrow(() -> new IllegalStateException("an item of the table lacks '" + column + "'"));
    }

    static Optional<String> optionalText(Map<String, AttributeValue> item, String column) {
        return Optional.ofNullable(item.get(column)).map(AttributeValue::s);
    }

    /** The number, or 0 when there is none. */
    static long number(Map<String, AttributeValue> item, String column) {
        AttributeValue value = item.get(column);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    static byte[] bytes(Map<String, AttributeValue> item, String column) {
        AttributeValue value = item.get(column);
        return value == null ? new byte[0] : value.b().asByteArrayUnsafe();
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    /** So many digits that the order of texts is that of numbers. */
    static String ordered(long number) {
        return "%019d".formatted(number);
    }
}
