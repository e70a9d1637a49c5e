package io.acso.core.intelligence.comparison;

import io.acso.core.intelligence.pattern.Constant;
import io.acso.core.intelligence.pattern.Timestamps;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Observed values beside constants: what equals what, and what comes first. */
final class Values {

    /** What lies below is composed. */
    private static final char FIRST_COMBINING = 0x300;

    private Values() {}

    /** Values of types that cannot be compared differ. */
    static boolean equal(JsonNode value, Constant constant) {
        return switch (constant) {
            case Constant.Bool bool -> value.isBoolean() && value.booleanValue() == bool.value();
            case Constant.Text text -> text.value().equals(text(value));
            case Constant.Binary binary -> binary.octets().equals(text(value));
            case Constant.Number _, Constant.Time _ -> {
                Integer order = order(value, constant);
                yield order != null && order == 0;
            }
        };
    }

    /**
     * Negative, zero or positive as the value comes before, equals or follows the constant; null when they have no
     * order. Strings go by code points, with no normalisation; a string and bytes compare when the string's characters
     * are bytes.
     */
    static @Nullable Integer order(JsonNode value, Constant constant) {
        return switch (constant) {
            case Constant.Number number ->
                value.isNumber() ? value.decimalValue().compareTo(number.value()) : null;
            case Constant.Text text -> order(value, text.value(), false);
            case Constant.Binary binary -> order(value, binary.octets(), true);
            case Constant.Time time ->
                value.isString() ? time(value.stringValue()).compareTo(time.value()) : null;
            case Constant.Bool _ -> null;
        };
    }

    private static @Nullable Integer order(JsonNode value, String constant, boolean binary) {
        String text = text(value);
        if (text == null || binary != value.isBinary() && !(octets(text) && octets(constant))) {
            return null;
        }
        return Arrays.compareUnsigned(text.getBytes(StandardCharsets.UTF_8), constant.getBytes(StandardCharsets.UTF_8));
    }

    /** The string, or the bytes as a character each; null for anything else. */
    static @Nullable String text(JsonNode value) {
        if (value.isBinary()) {
            return new String(value.binaryValue(), StandardCharsets.ISO_8859_1);
        }
        return value.isString() ? value.stringValue() : null;
    }

    /** The string in its composed form (NFC). */
    static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Whether each character can stand for a byte. */
    static boolean octets(String text) {
        return text.chars().allMatch(c -> c <= 0xFF);
    }

    private static Instant time(String text) {
        Instant time = Timestamps.read(text);
        if (time == null) {
            throw new Undecidable(Undecidable.shown(text) + " is compared with a time and is no timestamp");
        }
        return time;
    }
}
