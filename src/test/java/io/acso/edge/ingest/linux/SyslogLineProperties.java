package io.acso.edge.ingest.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every line. */
class SyslogLineProperties {

    private static final Instant ARRIVAL = Instant.parse("2026-03-01T12:00:00Z");
    private static final DateTimeFormatter CLASSIC = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT);

    @Property
    void a_line_that_was_written_is_read_back(
            @ForAll @IntRange(max = 363 * 24) int hoursAgo,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String host,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String program,
            @ForAll @IntRange(min = 1) int pid,
            @ForAll String message) {
        Instant time = ARRIVAL.minusSeconds(3600L * hoursAgo);
        String written = CLASSIC.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        SyslogLine line =
                SyslogLine.parse("<13>" + written + " " + host + " " + program + "[" + pid + "]: " + message, ARRIVAL);
        assertThat(line).isEqualTo(new SyslogLine(13, written, time, host, program, Integer.toString(pid), message));
    }

    @Property
    void the_modern_form_is_read_back(
            @ForAll @IntRange(min = 0, max = 191) int priority,
            @ForAll @IntRange(max = 2_000_000_000) int second,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String message) {
        Instant time = Instant.ofEpochSecond(second);
        SyslogLine line = SyslogLine.parse(
                "<" + priority + ">1 " + time + " " + name + " " + name + " - - - " + message, ARRIVAL);
        assertThat(line).isEqualTo(new SyslogLine(priority, time.toString(), time, name, name, null, message));
    }

    @Property
    void any_text_at_all_is_a_line_or_none(@ForAll String text) {
        LinuxRecord record = LinuxRecord.of("Feb  1 10:00:00 h p: " + text, ARRIVAL);
        assertThat(record).isNotNull();
        LinuxRecord none = LinuxRecord.of(text, ARRIVAL);
        assertThat(none == null || none.time() != null).isTrue();
    }
}
