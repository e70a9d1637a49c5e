package io.acso.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.incident.Incident.Status;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.testsupport.Findings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is waited for in vain: an agent falls silent, an answer never comes. */
class WatchTest {

    private static final String KEY = "AKIATHIEF";
    private static final String USER = "arn:aws:iam::111122223333:user/thief";

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

    private void grave() {
        office.reaching("access_keys", KEY)
                .reaching("principals", USER)
                .find(finding("grave").build());
        office.settle();
    }

    @Test
    void an_investigation_that_never_comes_ends_with_a_person() {
        office();
        office.nobodyInvestigates();
        grave();
        assertThat(office.incident().status()).isEqualTo(Status.NEW);
        office.pass(Duration.ofMinutes(31));
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        assertThat(office.timeline()).contains("no answer came to INVESTIGATING in time");
    }

    @Test
    void a_silent_agent_is_told_once_and_so_is_its_return() {
        office();
        beat("threat-hunter");
        Duration silence = Office.AGENTS.silence();
        office.pass(silence);
        assertThat(office.facts("AgentSilent")).isEmpty();
        for (int i = 0; i < 4; i++) {
            office.pass(silence.plusSeconds(1));
        }
        assertThat(office.facts("AgentSilent")).containsExactly("threat-hunter");
        beat("threat-hunter");
        office.pass(silence.minusSeconds(1));
        office.pass(Duration.ofSeconds(2));
        beat("threat-hunter");
        office.pass(silence);
        assertThat(office.facts("AgentBack")).containsExactly("threat-hunter");
        assertThat(office.durability.leaves(0, 100))
                .extracting(leaf -> new String(leaf.entry(), java.nio.charset.StandardCharsets.UTF_8))
                .anyMatch(leaf -> leaf.contains("AgentSilent"))
                .anyMatch(leaf -> leaf.contains("AgentBack"));
    }

    @Test
    void a_supervisor_that_slept_itself_blames_nobody() {
        office();
        beat("threat-hunter");
        office.pass(Duration.ofHours(9));
        assertThat(office.facts("AgentSilent")).isEmpty();
    }

    private void beat(String agent) {
        Map<String, Object> state = Map.of(
                "agent", agent, "seen", office.clock.instant().toString(), "inHand", 0, "performed", 0, "failed", 0);
        office.durability.commit(
                Commit.builder().overwrite(Item.of("agents", agent, 1, state)).build());
    }
}
