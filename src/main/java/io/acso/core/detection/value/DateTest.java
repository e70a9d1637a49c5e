package io.acso.core.detection.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares one part of a date as it is written: ISO 8601, {@code T} or a space between date and time. The zone is not
 * looked at, as the specification has it; the week is ISO's.
 */
public record DateTest(String part, NumberTest.Order order, BigDecimal bound) implements ValueTest {

    private static final Map<String, TemporalField> PARTS = Map.of(
            "minute", ChronoField.MINUTE_OF_HOUR,
            "hour", ChronoField.HOUR_OF_DAY,
            "day", ChronoField.DAY_OF_MONTH,
            "week", IsoFields.WEEK_OF_WEEK_BASED_YEAR,
            "month", ChronoField.MONTH_OF_YEAR,
            "year", ChronoField.YEAR);
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[Tt ](\\d{2}):(\\d{2})(?=\\D|$).*)?", Pattern.DOTALL);

    public static boolean isPart(String modifier) {
        return PARTS.containsKey(modifier);
    }

    @Override
    public boolean test(Value value) {
        LocalDateTime date = read(value.text());
        TemporalField field = PARTS.get(part);
        return date != null
                && field != null
                && order.accepts(BigDecimal.valueOf(date.get(field)).compareTo(bound));
    }

    private static @Nullable LocalDateTime read(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    number(date, 1), number(date, 2), number(date, 3), number(date, 4), number(date, 5));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher date, int group) {
        String digits = date.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
