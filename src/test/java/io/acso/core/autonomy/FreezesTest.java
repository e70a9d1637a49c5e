package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreezesTest {

    private static final String ACCOUNT = "aws:111122223333";

    private static Policies frozen(String events) {
        return Policies.load(BuiltInPolicies.with(
                "freeze.ics",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + events.replace("\n", "\r\n")
                        + "END:VCALENDAR\r\n"));
    }

    private static Optional<String> at(Policies policies, String time) {
        return policies.freeze(Instant.parse(time), ACCOUNT);
    }

    @Test
    void a_window_holds_from_its_start_until_before_its_end() {
        Policies policies = frozen("""
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260101T000000Z
                SUMMARY:end of year
                DTSTART:20261220T180000Z
                DTEND:20270103T060000Z
                END:VEVENT
                """);
        assertThat(at(policies, "2026-12-20T17:59:59Z")).isEmpty();
        assertThat(at(policies, "2026-12-20T18:00:00Z")).hasValue("end of year");
        assertThat(at(policies, "2027-01-03T05:59:59Z")).isPresent();
        assertThat(at(policies, "2027-01-03T06:00:00Z")).isEmpty();
    }

    @Test
    void a_weekend_in_its_own_time_zone_comes_back_every_week_summer_and_winter() {
        Policies policies = frozen("""
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260101T000000Z
                SUMMARY:weekend
                DTSTART;TZID=Europe/Stockholm:20260102T170000
                DURATION:P2DT14H
                RRULE:FREQ=WEEKLY
                EXDATE;TZID=Europe/Stockholm:20260206T170000
                END:VEVENT
                """);
        assertThat(at(policies, "2026-01-09T15:59:00Z")).as("winter, before").isEmpty();
        assertThat(at(policies, "2026-01-09T16:00:00Z")).as("winter").isPresent();
        assertThat(at(policies, "2026-07-10T14:59:00Z")).as("summer, before").isEmpty();
        assertThat(at(policies, "2026-07-10T15:00:00Z")).as("summer").isPresent();
        assertThat(at(policies, "2026-02-07T12:00:00Z")).as("left out").isEmpty();
        assertThat(at(policies, "2066-07-11T12:00:00Z"))
                .as("far ahead, a Sunday")
                .isPresent();
        assertThat(at(policies, "2026-07-14T12:00:00Z")).as("a Tuesday").isEmpty();
    }

    @Test
    void a_freeze_may_hold_for_some_scopes_only() {
        Policies policies = frozen("""
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260101T000000Z
                SUMMARY:production
                DTSTART;VALUE=DATE:20260301
                X-ACSO-SCOPES:aws:1111*,net:core
                END:VEVENT
                """);
        Instant then = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(policies.freeze(then, ACCOUNT)).hasValue("production");
        assertThat(policies.freeze(then, "net:core")).isPresent();
        assertThat(policies.freeze(then, "aws:444455556666")).isEmpty();
    }

    @Test
    void a_calendar_that_cannot_be_read_is_named_and_nothing_of_the_set_is_used() {
        assertThatThrownBy(() -> frozen("""
                BEGIN:VEVENT
                UID:1
                DTSTART:next tuesday
                DTEND:20270103T060000Z
                END:VEVENT
                """))
                .isInstanceOf(PoliciesInvalid.class)
                .hasMessageContaining("policies/freeze.ics:");
        assertThatThrownBy(() -> Policies.load(BuiltInPolicies.with("freeze.ics", "no calendar")))
                .hasMessageContaining("there is no calendar in it");
    }
}
