package io.acso.edge.ingest.linux;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log, taken apart: RFC 5424, RFC 3164 with its usual liberties, or RFC 3164 with an ISO 8601
 * time as rsyslog and systemd write it. Patterns are possessive, so that no line takes long.
 *
 * @param timestamp as written
 */
record SyslogLine(
        @Nullable Integer priority,
        String timestamp,
        Instant time,
        String hostname,
        String program,
        @Nullable String pid,
        String message) {

    private static final Pattern RFC5424 = Pattern.compile(
            "<(\\d{1,3})>1 (\\S{1,40}+) (\\S{1,255}+) (\\S{1,48}+)"
                    + " (\\S{1,128}+) \\S{1,32}+ (?:-|((?:\\[(?:[^\"\\]]|\"(?:[^\"\\\\]|\\\\.)*+\")*+\\])++))(?: (.*+))?",
            Pattern.DOTALL);

    private static final Pattern RFC3164 = Pattern.compile(
            "(?:<(\\d{1,3})>)?"
                    + "([A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2}|\\d{4}-\\d{2}-\\d{2}T[\\d:.,]{5,20}(?:Z|[+-]\\d{2}:?\\d{2})?)"
                    + " (\\S{1,255}+) ([^\\s:\\[]{1,128}+)(?:\\[([^\\]\\s]{1,32}+)\\])?+:? ?(.*+)",
            Pattern.DOTALL);

    /** Null when the line is neither, or its time cannot be read. */
    static @Nullable SyslogLine parse(String line, Instant arrival) {
        Matcher modern = RFC5424.matcher(line);
        if (modern.matches()) {
            return modern(modern);
        }
        Matcher classic = RFC3164.matcher(line);
        return classic.matches() ? classic(classic, arrival) : null;
    }

    private static @Nullable SyslogLine modern(Matcher parts) {
        Instant time = SyslogTime.iso(parts.group(2));
        if (time == null) {
            return null;
        }
        String message = parts.group(7) == null ? "" : parts.group(7);
        return new SyslogLine(
                Integer.valueOf(parts.group(1)),
                parts.group(2),
                time,
                parts.group(3),
                parts.group(4),
                "-".equals(parts.group(5)) ? null : parts.group(5),
                message.startsWith("\uFEFF") ? message.substring(1) : message);
    }

    private static @Nullable SyslogLine classic(Matcher parts, Instant arrival) {
        String written = parts.group(2);
        boolean iso = Character.isDigit(written.charAt(0));
        Instant time = iso ? SyslogTime.iso(written) : SyslogTime.withoutYear(written, arrival);
        if (time == null) {
            return null;
        }
        Integer priority = parts.group(1) == null ? null : Integer.valueOf(parts.group(1));
        return new SyslogLine(priority, written, time, parts.group(3), parts.group(4), parts.group(5), parts.group(6));
    }
}
