package io.acso.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseTasks;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.testsupport.Findings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which incident a finding becomes part of, on a clock that stands still. */
class PlacingTest {

    private static final String KEY = "AKIATHIEF";

    @TempDir
    Path directory;

    private Office office;

    private Office office(String... standing) {
        return office(Map.of(), standing);
    }

    private Office office(Map<String, String> overlay, String... standing) {
        office = new Office(directory, overlay, List.of(standing));
        return office;
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Findings finding(String rule) {
        return Findings.of(rule).user("thief", KEY).at(office.clock.instant());
    }

    private Findings slight(String rule, String tactic) {
        return finding(rule).severity(Severity.LOW).tactics(tactic);
    }

    @Test
    void slight_findings_wait_aside_until_three_rules_and_two_tactics_of_one_actor_make_an_incident() {
        office();
        for (int i = 0; i < 30; i++) {
            office.find(slight("a", "discovery")
                    .at(office.clock.instant().plusSeconds(i))
                    .build());
        }
        office.find(slight("b", "discovery").build());
        office.find(Findings.of("c")
                .user("erik", "AKIAERIK")
                .severity(Severity.LOW)
                .tactics("impact")
                .build());
        assertThat(office.incidents()).isEmpty();
        office.find(slight("c", "discovery").build());
        assertThat(office.incidents()).as("three rules, one tactic").isEmpty();
        office.find(slight("d", "persistence").build());
        assertThat(office.incidents()).hasSize(1);
        assertThat(office.incident().picture().rules()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(office.timeline()).contains("slight findings of one actor", "the same actor, shortly before");
    }

    @Test
    void slight_findings_hours_apart_make_no_incident() {
        office();
        office.find(slight("a", "discovery").build());
        office.pass(Duration.ofMinutes(61));
        office.find(slight("b", "persistence").build());
        office.find(slight("c", "persistence").build());
        assertThat(office.incidents()).isEmpty();
    }

    @Test
    void a_finding_placed_once_is_not_placed_again() {
        office();
        var finding = finding("grave").build();
        office.find(finding);
        office.find(finding);
        office.ask(CaseTasks.CORRELATE, Office.ALICE, Json.object().put("finding", finding.id()));
        assertThat(office.incidents()).hasSize(1);
        assertThat(office.incident().picture().findings()).isEqualTo(1);
    }

    @Test
    void findings_outside_the_window_before_or_after_open_an_incident_of_their_own() {
        office();
        Instant noon = office.clock.instant();
        office.find(finding("a").at(noon).build());
        office.find(finding("b").at(noon.plus(Duration.ofHours(23))).build());
        assertThat(office.incidents()).hasSize(1);
        office.find(finding("c").at(noon.minus(Duration.ofDays(300))).build());
        assertThat(office.incidents()).as("a replay of last year's log").hasSize(2);
    }

    @Test
    void an_incident_that_another_shares_an_actor_with_is_noted() {
        office();
        office.find(Findings.of("a").user("dana", "AKIADANA").build());
        office.pass(Duration.ofSeconds(1));
        office.find(finding("b").build());
        office.find(Findings.of("c").user("dana", "AKIADANA").user("thief", KEY).build());
        assertThat(office.incidents()).hasSize(2);
        var first = office.incidents().getLast();
        assertThat(first.picture().findings()).isEqualTo(2);
        assertThat(office.casebook().timeline(first.id()))
                .anySatisfy(fact -> assertThat(fact.text()).contains("shares an actor with incident"));
    }
}
