package io.acso.core.detection.value;

import io.acso.domain.kernel.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of an event, in the forms that tests ask for; each form is made once. Not for use by several threads.
 */
public final class Value {

    private static final int LONGEST_NUMBER = 64;
    private static final Fold[] FOLDS = Fold.values();

    private static final byte[] NO_JSON = {};

    /** JSON null. */
    public static final Value NULL = new Value(null, NO_JSON, 0, 0);

    private @Nullable String text;
    private final byte[] json;
    private final int from;
    private final int to;
    private final String[] folded = new String[FOLDS.length];
    private @Nullable BigDecimal number;
    private boolean numberKnown;
    private byte @Nullable [] address;
    private boolean addressKnown;

    private Value(@Nullable String text, byte[] json, int from, int to) {
        this.text = text;
        this.json = json;
        this.from = from;
        this.to = to;
    }

    public static Value of(String text) {
        return new Value(text, NO_JSON, 0, 0);
    }

    /** An object, whose text is its compact JSON; it is read when it is asked for. */
    public static Value ofJson(byte[] json, int from, int to) {
        return new Value(null, json, from, to);
    }

    public boolean isNull() {
        return text == null && from == to;
    }

    /** Empty for null. */
    public String text() {
        if (text == null && from != to) {
            text = Json.MAPPER.readTree(json, from, to - from).toString();
        }
        return text == null ? "" : text;
    }

    @SuppressWarnings("EnumOrdinal") // an array beside the enum is the fastest cache, and nothing is stored
    public String text(Fold fold) {
        String known = folded[fold.ordinal()];
        if (known == null) {
            known = fold.apply(text());
            folded[fold.ordinal()] = known;
        }
        return known;
    }

    /** The number that this is or spells in decimal; null when it is none. */
    public @Nullable BigDecimal number() {
        if (!numberKnown) {
            number = Numbers.parse(text(), LONGEST_NUMBER);
            numberKnown = true;
        }
        return number;
    }

    /** The IP address that this spells, 4 or 16 bytes; null when it is none. */
    public byte @Nullable [] address() {
        if (!addressKnown) {
            address = Addresses.parse(text());
            addressKnown = true;
        }
        return address;
    }
}
