package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The playbooks that come with the product. */
class ContentPlaybooksTest {

    private static final String IDENTITY = "Contain a compromised AWS identity";
    private static final String MINING = "Contain cryptomining on AWS";
    private static final String REVIEW = "Review suspicious activity";
    private static final Map<String, Value> GIVEN = Map.of(
            "incident_id", Value.of("inc-1"),
            "requested", Value.of("2026-03-01T12:00:00Z"),
            "account", Value.of("aws:111122223333"),
            "access_keys", Value.of(List.of("AKIAEXAMPLE")),
            "principals", Value.of(List.of("arn:aws:iam::111122223333:user/ci")),
            "instances", Value.of(List.of("eu-north-1/i-1", "eu-north-1/i-2")));

    private final Map<String, String> files = files();
    private final PlaybookLibrary library = PlaybookLibrary.load(files);

    @Test
    void the_severity_the_tactics_and_what_is_known_choose_the_playbook() {
        assertThat(best(Severity.HIGH, Set.of("impact"), GIVEN)).isEqualTo(MINING);
        assertThat(best(Severity.HIGH, Set.of("persistence"), GIVEN)).isEqualTo(IDENTITY);
        assertThat(best(Severity.LOW, Set.of("impact"), GIVEN)).isEqualTo(REVIEW);
        assertThat(best(Severity.CRITICAL, Set.of("impact"), Map.of())).isEqualTo(REVIEW);
        assertThat(library.fitting(Severity.INFORMATIONAL, Set.of(), GIVEN)).isEmpty();
    }

    @Test
    void an_objection_says_why() {
        Fit fit = named(MINING).fits().orElseThrow();
        assertThat(fit.objections(Severity.LOW, Set.of(), Map.of()))
                .containsExactly(
                        "severity LOW is below HIGH",
                        "none of the tactics [impact] was seen",
                        "there are no instances");
    }

    @Test
    void instances_are_quarantined_kept_then_stopped_and_identities_contained() {
        assertThat(PlannedSteps.actions(named(MINING), GIVEN))
                .extracting(step -> step.call().kind())
                .containsExactly(
                        "aws.ec2.quarantine-instance",
                        "aws.ec2.snapshot-volumes",
                        "aws.ec2.stop-instance",
                        "aws.iam.deactivate-access-key",
                        "aws.iam.attach-deny-all");
        assertThat(PlannedSteps.actions(named(MINING), GIVEN))
                .allSatisfy(step -> assertThat(step.call().scope()).isEqualTo("aws:111122223333"))
                .allSatisfy(step -> assertThat(step.late()).isEmpty());
    }

    @Test
    void a_review_changes_nothing() {
        assertThat(PlannedSteps.actions(named(REVIEW), GIVEN)).isEmpty();
    }

    @Test
    void each_runs_to_its_end_when_all_goes_well() {
        library.byId().values().forEach(playbook -> {
            ExecutionState ended = play(playbook, "");
            assertThat(ended.status()).as(playbook.name()).isEqualTo(ExecutionStatus.COMPLETED);
            assertThat(ended.why()).isEqualTo("all steps ended well");
        });
    }

    @Test
    void a_containment_that_fails_is_reported_and_the_ticket_stays_open() {
        ExecutionState ended = play(named(IDENTITY), "aws.iam.attach-deny-all");
        assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(ended.why()).contains("Deny everything to the users", "not configured");
        assertThat(done(named(IDENTITY), ended))
                .contains("Deactivate the access keys", "Report what is not contained")
                .doesNotContain("Close the ticket");
    }

    @Test
    void missing_evidence_does_not_hold_the_containment_up() {
        ExecutionState ended = play(named(IDENTITY), "preserve-evidence");
        assertThat(ended.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(done(named(IDENTITY), ended)).contains("Deny everything to the users");
    }

    @Test
    void one_bad_file_refuses_the_whole_and_is_named() {
        Map<String, String> more = new TreeMap<>(files);
        more.put(
                "playbooks/bad.json",
                files.values().iterator().next().replace("\"severity\": 90", "\"severity\": 900"));
        assertThatThrownBy(() -> PlaybookLibrary.load(more))
                .isInstanceOf(PlaybookInvalid.class)
                .hasMessageContaining("playbooks/bad.json:/severity: 900 is out of bounds: must be from 0 to 100");
    }

    @Test
    void two_files_with_one_id_are_refused() {
        Map<String, String> more = new TreeMap<>(files);
        more.put("playbooks/copy.json", files.values().iterator().next());
        assertThatThrownBy(() -> PlaybookLibrary.load(more)).hasMessageContaining("another file has this id");
    }

    /** Answers every command at once; the kind named fails for good. */
    private static ExecutionState play(Playbook playbook, String failing) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Transition transition = Execution.begin(playbook, "exe-1", GIVEN, now);
        List<Command> open = new java.util.ArrayList<>(transition.commands());
        ExecutionState state = transition.state();
        while (!open.isEmpty()) {
            Fact fact = switch (open.removeFirst()) {
                case Command.RunTask run -> outcome(run.stepId(), run.attempt(), run.kind(), failing, now);
                case Command.RunAction run ->
                    outcome(run.stepId(), run.attempt(), run.call().kind(), failing, now);
                case Command.AskPerson ask ->
                    new Fact.PersonAnswered(ask.stepId(), ask.attempt(), "ann", true, "seen", now);
                default -> new Fact.ResumeRequested("nobody", now);
            };
            Transition next = Execution.advance(playbook, state, fact);
            state = next.state();
            open.addAll(next.commands());
        }
        return state;
    }

    private static Fact outcome(String step, int attempt, String kind, String failing, Instant now) {
        return kind.equals(failing)
                ? new Fact.StepFailed(step, attempt, "not configured", false, now)
                : new Fact.StepCompleted(step, attempt, Json.object(), now);
    }

    private static List<String> done(Playbook playbook, ExecutionState state) {
        return state.steps().entrySet().stream()
                .filter(entry -> entry.getValue().status() == StepStatus.DONE)
                .map(entry -> playbook.step(entry.getKey()).basics().title())
                .toList();
    }

    private String best(Severity severity, Set<String> tactics, Map<String, Value> variables) {
        return library.fitting(severity, tactics, variables).getFirst().name();
    }

    private Playbook named(String name) {
        return library.byId().values().stream()
                .filter(playbook -> playbook.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.list(OfficialPlaybooksTest.CONTENT)) {
            for (var path : paths.toList()) {
                files.put("playbooks/" + path.getFileName(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }
}
