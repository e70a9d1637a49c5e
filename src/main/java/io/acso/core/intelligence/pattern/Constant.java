package io.acso.core.intelligence.pattern;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** What a pattern compares with. Written out, it reads as itself again. */
public sealed interface Constant {

    record Text(String value) implements Constant {
        @Override
        public String toString() {
            return quoted(value);
        }
    }

    record Number(BigDecimal value) implements Constant {
        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    record Bool(boolean value) implements Constant {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** @param octets a character from 0 to 255 for each byte, which is how bytes and strings compare */
    record Binary(String octets) implements Constant {
        @Override
        public String toString() {
            return "h'" + HexFormat.of().formatHex(octets.getBytes(StandardCharsets.ISO_8859_1)) + "'";
        }
    }

    record Time(Instant value) implements Constant {
        @Override
        public String toString() {
            return "t'" + value + "'";
        }
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
