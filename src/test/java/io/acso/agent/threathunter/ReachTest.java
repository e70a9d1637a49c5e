package io.acso.agent.threathunter;

import static io.acso.testsupport.CloudTrailRecords.session;
import static io.acso.testsupport.CloudTrailRecords.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.Investigation;
import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.event.Event;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import io.acso.edge.ingest.Ingest;
import io.acso.edge.ingest.IngestLimits;
import io.acso.edge.ingest.Quarantine;
import io.acso.edge.ingest.cloudtrail.CloudTrailFormat;
import io.acso.testsupport.CloudTrailRecords;
import io.acso.testsupport.CloudTrailRecords.Caller;
import io.acso.testsupport.Findings;
import io.acso.testsupport.InMemoryDurability;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.InMemoryLake;
import io.acso.testsupport.InMemoryObjectStore;
import io.acso.testsupport.SettableClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far an incident reaches: to all that its actors made, and to nobody else. */
class ReachTest {

    private static final String NAT = "198.51.100.10";
    private static final Caller THIEF = user("thief", "AKIATHIEF00000000001", NAT);
    private static final Caller DANA = user("dana", "AKIADANA000000000001", NAT);
    private static final String PREFIX = "arn:aws:iam::" + CloudTrailRecords.ACCOUNT + ":";

    private final SettableClock clock = SettableClock.atNoon();
    private final CloudTrailRecords records =
            new CloudTrailRecords(clock.instant().minusSeconds(60));
    private final InMemoryJournal journal = new InMemoryJournal();
    private final InMemoryLake lake = new InMemoryLake();

    @Test
    void it_includes_what_was_made_and_started_and_leaves_neighbours_alone() {
        records.call(DANA, "s3", "ListBuckets")
                .call(THIEF, "iam", "ListUsers")
                .createKey(THIEF, "backup", "AKIABACKUP0000000001")
                .assumeRole(THIEF, "ops", "night", "ASIATHIEF00000000001")
                .assumeRole(DANA, "ops", "day", "ASIADANA000000000001")
                .createKey(session("ops", "day", "ASIADANA000000000001", NAT), "dana2", "AKIADANA000000000002")
                .runInstances(
                        session("ops", "night", "ASIATHIEF00000000001", "203.0.113.9"),
                        "eu-north-1",
                        "p3.8xlarge",
                        "i-0aa")
                .runInstances(session("ops", "day", "ASIADANA000000000001", NAT), "eu-north-1", "t3.micro", "i-0dd");
        Investigation found = investigate(Findings.of("r").user("thief", "AKIATHIEF00000000001"), true);
        assertThat(found.variables().get("access_keys"))
                .containsExactly("AKIABACKUP0000000001", "AKIATHIEF00000000001");
        assertThat(found.variables().get("principals")).containsExactly(PREFIX + "user/thief");
        assertThat(found.variables().get("roles")).containsExactly(PREFIX + "role/ops");
        assertThat(found.variables().get("instances")).containsExactly("eu-north-1/i-0aa");
        assertThat(found.variables().get("accounts")).containsExactly(Findings.SCOPE);
        assertThat(found.started()).extracting(Investigation.Started::type).containsExactly("p3.8xlarge");
        assertThat(found.why()).noneMatch(line -> line.contains("dana"));
    }

    @Test
    void a_session_leads_back_to_the_key_that_could_assume_the_role_again() {
        records.assumeRole(THIEF, "ops", "night", "ASIATHIEF00000000001")
                .call(session("ops", "night", "ASIATHIEF00000000001", NAT), "iam", "ListUsers");
        Investigation found = investigate(Findings.of("r").session("ops", "night", "ASIATHIEF00000000001"), true);
        assertThat(found.variables().get("access_keys")).containsExactly("AKIATHIEF00000000001");
        assertThat(found.variables().get("principals")).containsExactly(PREFIX + "user/thief");
    }

    @Test
    void a_session_name_that_two_people_chose_reaches_neither_from_the_other() {
        records.assumeRole(THIEF, "ops", "deploy", "ASIATHIEF00000000001")
                .assumeRole(DANA, "ops", "deploy", "ASIADANA000000000001")
                .runInstances(session("ops", "deploy", "ASIADANA000000000001", NAT), "eu-north-1", "t3.micro", "i-0dd");
        Investigation found = investigate(Findings.of("r").session("ops", "deploy", "ASIATHIEF00000000001"), true);
        assertThat(found.variables().get("access_keys")).containsExactly("AKIATHIEF00000000001");
        assertThat(found.variables().get("instances")).isEmpty();
    }

    @Test
    void the_root_user_is_no_principal_to_deny() {
        Entity root = Entity.actor(Entity.Type.PRINCIPAL, Findings.SCOPE, PREFIX + "root");
        Investigation found = investigate(Findings.of("r").by(root), true);
        assertThat(found.variables().get("principals")).isEmpty();
    }

    @Test
    void a_lake_that_lags_behind_does_not_hide_what_the_findings_show() {
        records.createKey(THIEF, "backup", "AKIABACKUP0000000001");
        Investigation found = investigate(Findings.of("r").user("thief", "AKIATHIEF00000000001"), false);
        assertThat(found.variables().get("access_keys")).contains("AKIABACKUP0000000001");
    }

    private Investigation investigate(Findings finding, boolean lakeIsThere) {
        new Ingest(
                        List.of(new CloudTrailFormat()),
                        journal,
                        new Quarantine(new InMemoryDurability(), new InMemoryObjectStore()),
                        java.time.Clock.fixed(clock.instant(), java.time.ZoneOffset.UTC),
                        IngestLimits.DEFAULT)
                .accept(
                        new ByteArrayInputStream(records.ndjson().getBytes(StandardCharsets.UTF_8)),
                        null,
                        Principal.person("alice"));
        List<Event> events = journal.events();
        if (lakeIsThere) {
            lake.append(events);
        }
        Finding first = finding.at(clock.instant().minusSeconds(30)).build();
        Rating rating = new Rating(Severity.HIGH, Priority.P2, 55, 60, List.of());
        Incident incident = Incident.open(first, Picture.of(first), rating, clock.instant(), "")
                .incident();
        List<EntityLink> links =
                events.stream().flatMap(event -> event.links().stream()).toList();
        return new Reach(
                        lake,
                        journal,
                        key -> links.stream()
                                .filter(link -> link.to().key().equals(key))
                                .toList())
                .of(incident, events.stream().map(Event::id).toList(), clock.instant())
                .summary(incident.id(), 1);
    }
}
