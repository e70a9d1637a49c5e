package io.acso.browser;

import io.acso.agent.casebook.CaseKeys;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Severity;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.testsupport.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Months of incidents, put where they are kept, since to detect each would take hours. */
final class ManyIncidents {

    /** A commit takes 100 operations, and an incident has some six. */
    private static final int A_COMMIT = 12;

    private static final List<String> TITLES = List.of(
            "AWS CloudTrail Stopped or Deleted",
            "Access Key Created for Another User",
            "AWS Instance Type Fit for Mining Started",
            "Console Login without MFA from a New Country",
            "S3 Bucket Opened to Everybody");

    private final Durability durability;
    private final List<String> ids = new ArrayList<>();

    ManyIncidents(Durability durability) {
        this.durability = durability;
    }

    void add(int count) {
        Instant now = Instant.now();
        for (int i = 0; i < count; i += A_COMMIT) {
            Commit.Builder commit = Commit.builder();
            for (int each = i; each < Math.min(count, i + A_COMMIT); each++) {
                add(commit, each, now.minus(Duration.ofMinutes(10L * each + 60)));
            }
            durability.commit(commit.build());
        }
    }

    private void add(Commit.Builder commit, int number, Instant opened) {
        Severity severity = Severity.values()[number % Severity.values().length];
        Finding finding = Findings.of("bench-" + number)
                .titled(TITLES.get(number % TITLES.size()))
                .severity(severity)
                .at(opened)
                .tactics("defense-evasion")
                .user("user-" + number, "AKIABENCH" + number)
                .build();
        Rating rating =
                new Rating(severity, Priority.values()[number % Priority.values().length], number % 100, 80, List.of());
        Incident.Change change =
                Incident.open(finding, Picture.of(finding), rating, opened, "put there by a benchmark");
        Incident incident = change.incident();
        ids.add(incident.id());
        commit.put(CaseKeys.newIncident(incident)).put(CaseKeys.newFinding(finding));
        commit.put(CaseKeys.membership(incident.id(), finding));
        int ordinal = 0;
        for (var fact : change.facts()) {
            commit.put(CaseKeys.fact(incident.id(), fact, ordinal++));
        }
    }

    /** Says of so many incidents that something happened to them. */
    void announce(int count, int from) {
        for (int i = 0; i < count; i += 50) {
            Commit.Builder commit = Commit.builder();
            for (int each = i; each < Math.min(count, i + 50); each++) {
                String id = ids.get((from + each) % ids.size());
                commit.add(new Commit.Announce(new Announcement("FindingJoined", id, id, Instant.now(), "{}")));
            }
            durability.commit(commit.build());
        }
    }
}
