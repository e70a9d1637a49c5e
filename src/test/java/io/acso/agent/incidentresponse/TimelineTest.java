package io.acso.agent.incidentresponse;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.incident.IncidentFact;
import io.acso.domain.incident.IncidentFact.FindingJoined;
import io.acso.domain.incident.IncidentFact.IncidentNoted;
import io.acso.domain.incident.IncidentFact.IncidentOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void what_happened_first_stands_first_whenever_it_was_noticed() {
        List<IncidentFact> facts = List.of(
                new IncidentOpened(NOON, "opened"),
                new FindingJoined(NOON, NOON.minusSeconds(60), "fnd-1", "key used"),
                new IncidentNoted(NOON.plusSeconds(5), "held"));
        assertThat(Timeline.of(facts, List.of()))
                .extracting(Timeline.Entry::text)
                .containsExactly("key used", "opened", "held");
    }

    @Test
    void a_noisy_rule_is_one_entry_that_says_how_often_and_hides_nothing() {
        List<IncidentFact> facts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            facts.add(new FindingJoined(NOON, NOON.plusSeconds(i), "fnd-" + i, "tool seen"));
        }
        facts.add(new IncidentNoted(NOON.plusSeconds(900), "a person must look"));
        assertThat(Timeline.of(facts, List.of()))
                .extracting(Timeline.Entry::text)
                .containsExactly("tool seen (500 times until 2026-03-01T12:08:19Z)", "a person must look");
    }
}
