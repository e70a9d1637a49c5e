package io.acso.agent.incidentresponse;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.Findings;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.InMemoryObjectStore;
import io.acso.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What is preserved of an incident and told about it. */
class ReportTest {

    private static final String HOSTILE =
            "</td>|\n<script>alert('x')</script> ![x](http://evil/x) \u202E\u001B[31m {{body}}";

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final InMemoryJournal journal = new InMemoryJournal();
    private Durability durability;
    private Incident incident;

    @BeforeEach
    void open() {
        durability = SqliteDurability.open(directory, clock, Settings.defaults());
        Finding finding = Findings.of("rule")
                .titled("Keys " + HOSTILE)
                .matched("userAgent", HOSTILE + "x".repeat(10_000))
                .user("thief" + HOSTILE, "AKIATHIEF")
                .tactics("persistence")
                .build();
        Picture picture = Picture.of(finding);
        Rating rating = new Rating(
                Severity.HIGH, Priority.P2, 55, 60, List.of(new Rating.Contribution("worst finding", 55, HOSTILE)));
        Incident.Change opened = Incident.open(finding, picture, rating, clock.instant(), "because");
        incident = opened.incident();
        Event shown = new Event(
                finding.eventIds().getFirst(),
                "cloudtrail",
                LogSource.of(null, "aws", "cloudtrail"),
                "s",
                clock.instant(),
                clock.instant(),
                "{\"raw\":true}",
                "{}",
                List.of(),
                List.of());
        journal.append(List.of(shown));
        Commit.Builder commit = Commit.builder()
                .put(CaseKeys.newIncident(incident))
                .put(CaseKeys.newFinding(finding))
                .put(CaseKeys.membership(incident.id(), finding))
                .put(CaseKeys.item(
                        CaseKeys.investigation(incident.id()),
                        new Investigation(
                                incident.id(),
                                1,
                                new TreeMap<>(),
                                List.of(),
                                1,
                                List.of("evt-gone"),
                                List.of(HOSTILE))));
        int ordinal = 0;
        for (IncidentFact fact : opened.facts()) {
            commit.put(CaseKeys.fact(incident.id(), fact, ordinal++));
        }
        durability.commit(commit.build());
    }

    @AfterEach
    void close() {
        durability.close();
    }

    @Test
    void the_report_has_every_section_and_outside_text_is_text() {
        String markdown = report(false);
        assertThat(markdown.lines()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replace("#", "").strip()))
                .contains(
                        "Judgement",
                        "Why it is rated so",
                        "Timeline",
                        "Findings",
                        "MITRE ATT\\&CK",
                        "Entities",
                        "Decisions",
                        "Actions",
                        "Approval",
                        "Evidence",
                        "Cost");
        assertThat(markdown)
                .contains("| Outcome | contained |")
                .doesNotContain("\u202E", "\u001B")
                .doesNotContainPattern("(?<!\\\\)<script");
        String html = report(true);
        assertThat(html)
                .doesNotContain("<script", "<img", "<a ", "href", "src=", "http://evil/x\"", "\u202E", "x".repeat(700))
                .contains("&lt;script&gt;");
        assertThat(html.split("<table>", -1)).hasSameSizeAs(html.split("</table>", -1));
        assertThat(html.split("<body>", -1)).hasSize(2);
        assertThat(html.split("<h1>", -1)).hasSize(2);
        String row = html.substring(html.indexOf(">Findings<")).split("<tr>")[2].split("</tr>")[0];
        assertThat(row.split("<td>", -1)).as("five cells of the first finding").hasSize(6);
    }

    @Test
    void what_is_preserved_twice_is_one_piece_of_evidence_as_it_was_first_collected() {
        perform(CaseTasks.PRESERVE_EVIDENCE, Json.object());
        List<Evidence> first = casebook().evidence(incident.id());
        long leaves = durability.leaves(0, 100).size();
        clock.advance(Duration.ofHours(1));
        perform(CaseTasks.PRESERVE_EVIDENCE, Json.object());
        assertThat(first).hasSize(3);
        assertThat(casebook().evidence(incident.id())).isEqualTo(first);
        assertThat(durability.leaves(0, 100)).hasSize((int) leaves);
        assertThat(first)
                .filteredOn(evidence -> evidence.name().equals("events.ndjson"))
                .singleElement()
                .satisfies(events -> {
                    assertThat(new String(objects.get(events.content()).orElseThrow(), StandardCharsets.UTF_8))
                            .isEqualTo("{\"raw\":true}\n");
                    assertThat(events.origin()).contains("1 raw events", "1 more are no longer kept");
                });
    }

    @Test
    void a_timeline_is_in_order_to_the_nanosecond() {
        Instant second = Instant.parse("2026-03-01T13:00:00Z");
        Commit.Builder commit = Commit.builder();
        List<Instant> times =
                List.of(second, second.plusNanos(1_000), second.plusMillis(123), second.plusNanos(123_456_000));
        times.forEach(time ->
                commit.put(CaseKeys.fact(incident.id(), new IncidentFact.IncidentNoted(time, "at " + time), 0)));
        durability.commit(commit.build());
        assertThat(casebook().timeline(incident.id()))
                .extracting(IncidentFact::at)
                .filteredOn(times::contains)
                .isEqualTo(times);
    }

    @Test
    void entities_that_no_key_could_hold_can_still_be_kept() {
        Finding odd = Findings.of("rule\n").user("a\nb", "k".repeat(3_000)).build();
        Item loose = CaseKeys.loose(Findings.userEntity("a\nb").key(), odd);
        Item actor = CaseKeys.item(
                CaseKeys.actor(Findings.keyEntity("k".repeat(3_000)).key()), "inc");
        durability.commit(Commit.builder().put(loose).put(actor).build());
        assertThat(casebook().incidentOf(Findings.keyEntity("k".repeat(3_000)).key()))
                .isPresent();
    }

    private String report(boolean html) {
        perform(
                CaseTasks.WRITE_REPORT,
                Json.object().put("outcome", "contained").put("judgement", HOSTILE));
        var reference = casebook().report(incident.id()).orElseThrow();
        return new String(
                objects.get(html ? reference.html() : reference.markdown()).orElseThrow(), StandardCharsets.UTF_8);
    }

    private void perform(String kind, ObjectNode arguments) {
        arguments.put("incident", incident.id());
        Task task = new Task(
                "t-" + kind,
                AgentName.INCIDENT_RESPONSE,
                kind,
                arguments,
                AgentName.SUPERVISOR.principal(),
                incident.id(),
                null,
                null,
                clock.instant());
        Workbench bench = new Workbench(durability.records(), task, clock.instant(), null);
        Duty duty =
                kind.equals(CaseTasks.WRITE_REPORT) ? new WriteReport(objects) : new PreserveEvidence(journal, objects);
        assertThat(duty.perform(task, bench)).isInstanceOf(Outcome.Completed.class);
        durability.commit(new Commit(bench.staged()));
    }

    private Casebook casebook() {
        return new Casebook(durability.records());
    }
}
