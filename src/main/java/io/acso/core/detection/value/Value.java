package io.acso.core.detection.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One value of an event, in the forms that tests ask for; each form is made once. Not for use by several threads.
 */
public final class Value {

    private static final int LONGEST_NUMBER = 64;
    private static final Fold[] FOLDS = Fold.values();

    private final @Nullable String text;
    private final String[] folded = new String[FOLDS.length];
    private @Nullable BigDecimal number;
    private boolean numberKnown;
    private byte @Nullable [] address;
    private boolean addressKnown;

    private Value(@Nullable String text) {
        this.text = text;
    }

    public static Value of(String text) {
        return new Value(text);
    }

    /** A JSON null is a value without text; an object is its compact JSON text. */
    public static Value of(JsonNode node) {
        if (node.isNull()) {
            return new Value(null);
        }
        return new Value(node.isValueNode() ? node.asString() : node.toString());
    }

    public boolean isNull() {
        return text == null;
    }

    /** Empty for null. */
    public String text() {
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
