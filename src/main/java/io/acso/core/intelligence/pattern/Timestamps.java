package io.acso.core.intelligence.pattern;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Timestamps as STIX writes them: RFC 3339 in UTC, {@code T} and {@code Z} as capitals, any number of decimals. */
public final class Timestamps {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\\.[0-9]{1,9})?[0-9]*Z");

    private Timestamps() {}

    /** The time to the nanosecond; null when the text is no timestamp. */
    public static @Nullable Instant read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || text.startsWith("24", text.indexOf('T') + 1)) {
            return null;
        }
        try {
            String decimals = matcher.group(2);
            return Instant.parse(matcher.group(1) + (decimals == null ? "" : decimals) + "Z");
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
