package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.NoIndicator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what lists say beside their values; nothing said, or an empty cell, is null. */
final class Said {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,13}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern SEPARATOR = Pattern.compile("[,;|]");
    private static final Map<String, Integer> STEPS = Map.of("none", 0, "low", 15, "med", 50, "medium", 50, "high", 85);
    private static final int MOST_LABELS = 16;
    private static final int LONGEST_LABEL = 128;

    /** Seconds since 1970 have ten digits from 2001 to 2286, milliseconds more. */
    private static final int SECONDS = 10;

    private Said() {}

    /** ISO 8601 with T or a space, UTC where no zone is given; a date; seconds or milliseconds since 1970. */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank() || text.equalsIgnoreCase("none")) {
            return null;
        }
        String time = text.strip();
        try {
            if (DIGITS.matcher(time).matches()) {
                long number = Long.parseLong(time);
                return time.length() <= SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            }
            if (DATE.matcher(time).matches()) {
                return LocalDate.parse(time).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            String iso = time.replace(" UTC", "Z").replace(' ', 'T');
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, Instant::from, LocalDateTime::from)
                            instanceof Instant instant
                    ? instant
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new NoIndicator("'" + shortened(time) + "' is no time such as 2026-01-31T12:00:00Z");
        }
    }

    /** A number from 0 to 100, or the middle of a step of STIX's scale by its name (STIX 2.1, appendix A). */
    static @Nullable Integer confidence(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Integer step = STEPS.get(text.strip().toLowerCase(Locale.ROOT));
        if (step != null) {
            return step;
        }
        String number = text.strip().replace("%", "");
        if (!DIGITS.matcher(number).matches() || number.length() > 3) {
            throw new NoIndicator("confidence is a number from 0 to 100, not '" + shortened(text) + "'");
        }
        return Integer.valueOf(number);
    }

    /** Separated by comma, semicolon or bar; beyond what is kept of one indicator they are left out. */
    static List<String> labels(@Nullable String text) {
        return text == null ? List.of() : labels(Arrays.asList(SEPARATOR.split(text)));
    }

    static List<String> labels(List<String> labels) {
        return labels.stream()
                .map(label -> label.strip().replace('\n', ' '))
                .filter(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL)
                .distinct()
                .limit(MOST_LABELS)
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
