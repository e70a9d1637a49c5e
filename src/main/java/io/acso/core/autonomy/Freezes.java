package io.acso.core.autonomy;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.RawProperty;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.acso.core.autonomy.PoliciesInvalid.Problem;
import io.acso.platform.content.ContentSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

/**
 * The change freezes: events of the iCalendar files (RFC 5545) below {@code policies/}, once or repeated. An event with
 * {@code X-ACSO-SCOPES} holds for the scopes named there, patterns separated by commas; any other for all.
 */
final class Freezes {

    /** One that repeats oftener is looked at no further; it holds from then on. */
    private static final int MOST_REPEATS = 10_000;

    /** The library's code for a zone that is named as the tz database has it, without a description of its own. */
    private static final int KNOWN_ZONE = 37;

    private static final String SCOPES = "X-ACSO-SCOPES";
    private static final String CURE = "write it as RFC 5545 has it, or export it anew from the calendar it comes from";

    private final List<Freeze> freezes;

    /** One event. */
    private record Freeze(VEvent event, TimeZone zone, Duration length, List<String> scopes) {

        boolean holds(Instant now, String scope) {
            if (scopes.stream().noneMatch(pattern -> Pattern.fits(pattern, scope))) {
                return false;
            }
            DateIterator starts = event.getDateIterator(zone);
            starts.advanceTo(Date.from(now.minus(length)));
            for (int i = 0; starts.hasNext(); i++) {
                Instant start = starts.next().toInstant();
                if (start.isAfter(now)) {
                    return false;
                }
                if (i == MOST_REPEATS || now.isBefore(start.plus(length))) {
                    return true;
                }
            }
            return false;
        }

        String name() {
            return event.getSummary() == null ? "" : event.getSummary().getValue();
        }
    }

    private Freezes(List<Freeze> freezes) {
        this.freezes = freezes;
    }

    static Freezes load(ContentSnapshot content, List<Problem> problems) {
        List<Freeze> freezes = new ArrayList<>();
        content.below("policies/", ".ics").forEach((file, text) -> read(file, text, freezes, problems));
        return new Freezes(List.copyOf(freezes));
    }

    /** The name of a freeze that holds for the scope now. */
    Optional<String> holds(Instant now, String scope) {
        return freezes.stream()
                .filter(freeze -> freeze.holds(now, scope))
                .findFirst()
                .map(Freeze::name);
    }

    /** What the library only warns of is wrong too: a freeze that is quietly left out freezes nothing. */
    private static void read(String file, String text, List<Freeze> into, List<Problem> problems) {
        try (ICalReader reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone("UTC"));
            int calendars = 0;
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                calendars++;
                for (ParseWarning warning : reader.getWarnings()) {
                    if (Integer.valueOf(KNOWN_ZONE).equals(warning.getCode())) {
                        continue;
                    }
                    int line = warning.getLineNumber() == null ? 1 : warning.getLineNumber();
                    problems.add(new Problem(file, line, warning.getMessage(), CURE));
                }
                for (VEvent event : calendar.getEvents()) {
                    freeze(calendar, event)
                            .ifPresentOrElse(
                                    into::add,
                                    () -> problems.add(new Problem(
                                            file, 1, "an event has no start, or neither end nor length", CURE)));
                }
            }
            if (calendars == 0) {
                problems.add(new Problem(file, 1, "there is no calendar in it", CURE));
            }
        } catch (IOException e) {
            problems.add(new Problem(file, 1, String.valueOf(e.getMessage()), CURE));
        }
    }

    private static Optional<Freeze> freeze(ICalendar calendar, VEvent event) {
        if (event.getDateStart() == null) {
            return Optional.empty();
        }
        Instant start = event.getDateStart().getValue().toInstant();
        Duration length;
        if (event.getDateEnd() != null) {
            length = Duration.between(start, event.getDateEnd().getValue().toInstant());
        } else if (event.getDuration() != null) {
            length = Duration.ofMillis(event.getDuration().getValue().toMillis());
        } else if (!event.getDateStart().getValue().hasTime()) {
            length = Duration.ofDays(1);
        } else {
            return Optional.empty();
        }
        var assigned = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
        TimeZone zone = assigned == null ? TimeZone.getTimeZone("UTC") : assigned.getTimeZone();
        RawProperty scopes = event.getExperimentalProperty(SCOPES);
        List<String> patterns =
                scopes == null ? List.of("*") : List.of(scopes.getValue().split("\\s*,\\s*", -1));
        return length.isPositive() ? Optional.of(new Freeze(event, zone, length, patterns)) : Optional.empty();
    }
}
