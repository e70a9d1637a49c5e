package io.acso.edge.ingest.linux;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of log lines. Without an offset they are taken as UTC. */
final class SyslogTime {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** A clock ahead of ours, or in another zone, is no reason to believe in last year. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private SyslogTime() {}

    static @Nullable Instant iso(String text) {
        String normal = text.replace(',', '.');
        int sign = normal.length() - 5;
        if (sign > 10 && (normal.charAt(sign) == '+' || normal.charAt(sign) == '-')) {
            normal = normal.substring(0, sign + 3) + ":" + normal.substring(sign + 3);
        }
        try {
            return OffsetDateTime.parse(normal).toInstant();
        } catch (DateTimeException withoutOffset) {
            return local(normal);
        }
    }

    private static @Nullable Instant local(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code Jul 10 11:42:18} in the latest year in which it is not after the arrival. */
    static @Nullable Instant withoutYear(String text, Instant arrival) {
        int month = MONTHS.indexOf(text.substring(0, 3)) + 1;
        if (month == 0) {
            return null;
        }
        try {
            MonthDay day =
                    MonthDay.of(month, Integer.parseInt(text.substring(4, 6).trim()));
            return latest(day, LocalTime.parse(text.substring(7)), arrival);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant latest(MonthDay day, LocalTime at, Instant arrival) {
        int thisYear = arrival.plus(AHEAD).atOffset(ZoneOffset.UTC).getYear();
        for (int year = thisYear; year > thisYear - 9; year--) {
            if (day.isValidYear(year)) {
                Instant time = day.atYear(year).atTime(at).toInstant(ZoneOffset.UTC);
                if (!time.isAfter(arrival.plus(AHEAD))) {
                    return time;
                }
            }
        }
        return null;
    }
}
