package io.acso.core.detection;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code timespan}: a number and s, m, h, d, w, M or y. A month and a year are the Gregorian calendar's mean. */
final class Timespan {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhdwMy])");
    private static final long DAY = 86_400;
    private static final long MONTH = 2_629_746;
    private static final long YEAR = 31_556_952;
    private static final long LONGEST = 100 * YEAR;

    private Timespan() {}

    static Duration read(Mapping section) {
        String text = section.text("timespan");
        int line = CorrelationSection.line(section, "timespan");
        if (text == null) {
            throw new InvalidRule(line, "'correlation' needs a 'timespan', for example 10m");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidRule(
                    line, "'" + text + "' is not a timespan: a number and s, m, h, d, w, M (month) or y, as in 90m");
        }
        long seconds = Long.parseLong(form.group(1)) * unit(form.group(2).charAt(0));
        if (seconds == 0 || seconds > LONGEST) {
            throw new InvalidRule(line, "a timespan is between 1s and 100y, not " + text);
        }
        return Duration.ofSeconds(seconds);
    }

    private static long unit(char letter) {
        return switch (letter) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> DAY;
            case 'w' -> 7 * DAY;
            case 'M' -> MONTH;
            default -> YEAR;
        };
    }
}
