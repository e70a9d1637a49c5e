package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the playbook and whatever happens to it, in whatever order, an execution keeps its promises. */
class ExecutionProperties {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PATIENCE = 5_000;

    @Property(tries = 400)
    void every_execution_comes_to_an_end(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        assertThat(story.state.status().ended()).isTrue();
        Statistics.collect(story.state.status());
        Statistics.coverage(checker -> {
            checker.check(ExecutionStatus.COMPLETED).percentage(share -> share > 5);
            checker.check(ExecutionStatus.FAILED).percentage(share -> share > 5);
            checker.check(ExecutionStatus.UNCERTAIN).percentage(share -> share > 5);
            checker.check(ExecutionStatus.CANCELLED).count(count -> count > 0);
        });
        assertThat(story.finishes()).hasSize(1);
        assertThat(story.commands.getLast()).isInstanceOf(Command.Finish.class);
        assertThat(story.state.steps().values()).allMatch(run -> run.status().ended());
    }

    @Property(tries = 400)
    void no_attempt_is_commanded_twice(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        Set<String> attempts = new HashSet<>();
        story.commands.stream()
                .map(ExecutionProperties::attempt)
                .filter(attempt -> !attempt.isEmpty())
                .forEach(
                        attempt -> assertThat(attempts.add(attempt)).as(attempt).isTrue());
    }

    @Property(tries = 200)
    void the_same_facts_give_the_same_state(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        Transition replay = Execution.begin(story.playbook, "exe-1", Map.of(), T0);
        for (Fact fact : story.facts) {
            replay = Execution.advance(story.playbook, replay.state(), fact);
        }
        assertThat(replay.state()).isEqualTo(story.state);
        assertThat(Json.hash(replay.state())).isEqualTo(Json.hash(story.state));
    }

    @Property(tries = 200)
    void a_fact_told_twice_or_after_the_end_changes_nothing(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        ExecutionState state =
                Execution.begin(story.playbook, "exe-1", Map.of(), T0).state();
        for (Fact fact : story.facts) {
            state = Execution.advance(story.playbook, state, fact).state();
            unchanged(Execution.advance(story.playbook, state, fact), state);
        }
        for (Fact fact : story.facts) {
            unchanged(Execution.advance(story.playbook, story.state, fact), story.state);
        }
    }

    @Property(tries = 200)
    void the_state_survives_json_at_every_point(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        ExecutionState state =
                Execution.begin(story.playbook, "exe-1", Map.of(), T0).state();
        for (Fact fact : story.facts) {
            ExecutionState read = Json.read(Json.bytes(state), ExecutionState.class);
            assertThat(read).isEqualTo(state);
            state = Execution.advance(story.playbook, read, fact).state();
        }
        assertThat(state).isEqualTo(story.state);
    }

    @Property(tries = 200)
    void what_runs_was_planned(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        List<PlannedStep> planned = PlannedSteps.actions(story.playbook, Map.of());
        story.commands.stream()
                .filter(Command.RunAction.class::isInstance)
                .map(Command.RunAction.class::cast)
                .forEach(run -> assertThat(planned)
                        .anyMatch(step -> step.stepId().equals(run.stepId())
                                && (step.call().equals(run.call())
                                        || !step.late().isEmpty())));
    }

    @Property(tries = 300)
    void nothing_begins_in_a_pause(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        assertThat(story.begunInPause).isEmpty();
    }

    @Property(tries = 300)
    void effects_are_undone_the_last_first_and_only_after_a_bad_end(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        List<Compensation.Effect> undone = story.commands.stream()
                .filter(Command.UndoStep.class::isInstance)
                .map(Command.UndoStep.class::cast)
                .map(undo -> new Compensation.Effect(undo.stepId(), undo.attempt()))
                .toList();
        boolean bad =
                story.state.status() == ExecutionStatus.FAILED || story.state.status() == ExecutionStatus.CANCELLED;
        assertThat(undone).isEqualTo(bad ? story.took.reversed() : List.of());
        Statistics.collect(undone.size() > 1 ? "several undone" : "at most one undone");
    }

    @Property(tries = 400)
    void a_failed_execution_can_be_retried_until_it_ends_well(@ForAll long seed) {
        Story story = new Story(seed);
        story.happen();
        int retries = 0;
        while (retries < 3
                && Execution.whyNotRetried(story.playbook, story.settled()).isEmpty()) {
            story.retry();
            assertThat(story.state.status().ended() && story.finishes().size() == retries + 1)
                    .as("a retry begins something")
                    .isFalse();
            story.happen();
            retries++;
            assertThat(story.state.status().ended()).isTrue();
            assertThat(story.finishes()).hasSize(retries + 1);
        }
        Statistics.collect("retries", retries);
    }

    private static void unchanged(Transition transition, ExecutionState state) {
        assertThat(transition.state()).isSameAs(state);
        assertThat(transition.commands()).isEmpty();
        assertThat(transition.history()).isEmpty();
    }

    private static String attempt(Command command) {
        return switch (command) {
            case Command.RunTask run -> run.stepId() + "/" + run.attempt();
            case Command.RunAction run -> run.stepId() + "/" + run.attempt();
            case Command.RunPlaybook run -> run.stepId() + "/" + run.attempt();
            case Command.UndoStep undo -> "undo " + undo.stepId() + "/" + undo.attempt();
            default -> "";
        };
    }

    /** A random playbook and what happens to it; when nothing else does, the deadlines pass. */
    private static final class Story {
        private final Random random;
        final Playbook playbook;
        final List<Command> commands = new ArrayList<>();
        final List<Fact> facts = new ArrayList<>();
        final List<Command> begunInPause = new ArrayList<>();
        final List<Compensation.Effect> took = new ArrayList<>();
        ExecutionState state;
        private Instant now = T0;

        Story(long seed) {
            random = new Random(seed);
            playbook = new RandomPlaybook(random).playbook();
            Transition first = Execution.begin(playbook, "exe-1", Map.of(), T0);
            state = first.state();
            commands.addAll(first.commands());
        }

        List<Command> finishes() {
            return commands.stream().filter(Command.Finish.class::isInstance).toList();
        }

        void happen() {
            for (int i = 0; i < PATIENCE && !state.status().ended(); i++) {
                now = now.plusSeconds(random.nextInt(30));
                tell(random.nextInt(10) == 0 ? anyFact() : answer());
            }
        }

        private void tell(Fact fact) {
            facts.add(fact);
            ExecutionState before = state;
            Transition transition = Execution.advance(playbook, state, fact);
            state = transition.state();
            commands.addAll(transition.commands());
            if (before.status() == ExecutionStatus.PAUSED && state.status() == ExecutionStatus.PAUSED) {
                transition.commands().stream()
                        .filter(command -> !attempt(command).isEmpty())
                        .forEach(begunInPause::add);
            }
            int known = before.compensation().effects().size();
            if (state.compensation().effects().size() > known) {
                took.addAll(state.compensation().effects().subList(known, known + 1));
            }
        }

        ExecutionState settled() {
            for (var entry : state.steps().entrySet()) {
                now = now.plusSeconds(1);
                tell(new Fact.StepSettled(
                        entry.getKey(), entry.getValue().attempt(), random.nextBoolean(), "ann", now));
            }
            return state;
        }

        void retry() {
            now = now.plusSeconds(1);
            tell(new Fact.RetryRequested("ann", now));
        }

        /** To something that is open; at least the next deadline must be there to pass. */
        private Fact answer() {
            if (state.status() == ExecutionStatus.PAUSED && random.nextInt(5) == 0) {
                return new Fact.ResumeRequested("ann", now);
            }
            var open = state.steps().entrySet().stream()
                    .filter(entry -> entry.getValue().deadline() != null)
                    .sorted(Comparator.comparing(entry -> entry.getValue().deadline()))
                    .toList();
            if (state.compensation().deadline() != null) {
                return undone();
            }
            if (open.isEmpty()) {
                assertThat(state.status()).as("stuck").isEqualTo(ExecutionStatus.PAUSED);
                return new Fact.ResumeRequested("ann", now);
            }
            if (random.nextInt(20) == 0) {
                var next = open.getFirst();
                now = now.isAfter(next.getValue().deadline())
                        ? now
                        : next.getValue().deadline();
                return new Fact.DeadlinePassed(next.getKey(), next.getValue().attempt(), now);
            }
            var step = open.get(random.nextInt(open.size()));
            return about(step.getKey(), step.getValue().attempt());
        }

        private Fact about(String step, int attempt) {
            return switch (random.nextInt(12)) {
                case 0 -> new Fact.StepFailed(step, attempt, "broken", true, now);
                case 1 -> new Fact.StepFailed(step, attempt, "refused", false, now);
                case 2 -> new Fact.StepUncertain(step, attempt, "lost", now);
                case 3 -> new Fact.ApprovalNeeded(step, attempt, "policy", now);
                case 4, 5, 6 -> new Fact.PersonAnswered(step, attempt, "ann", random.nextInt(4) > 0, "so be it", now);
                case 7 -> new Fact.DeadlinePassed(step, attempt, now);
                default -> new Fact.StepCompleted(step, attempt, outputs(), now);
            };
        }

        private Fact undone() {
            Compensation.Effect effect = state.compensation().effects().getLast();
            now = now.plusSeconds(random.nextInt(2_000));
            return switch (random.nextInt(4)) {
                case 0 -> new Fact.DeadlinePassed(effect.stepId(), effect.attempt(), now);
                case 1 -> new Fact.StepNotUndone(effect.stepId(), effect.attempt(), "no inverse", now);
                default -> new Fact.StepUndone(effect.stepId(), effect.attempt(), now);
            };
        }

        private ObjectNode outputs() {
            ObjectNode outputs = Json.object().put("found", random.nextInt(2));
            for (int i = 0; i < RandomPlaybook.LOOPS; i++) {
                outputs.put("left" + i, random.nextInt(2));
            }
            return outputs;
        }

        /** Old, late, foreign, or about the whole. */
        private Fact anyFact() {
            List<String> steps =
                    new ArrayList<>(new java.util.TreeSet<>(playbook.steps().keySet()));
            return switch (random.nextInt(12)) {
                case 0 -> new Fact.PauseRequested("ann", "wait", now);
                case 1 -> random.nextInt(4) == 0 ? new Fact.CancelRequested("ann", "stop", now) : anyFact();
                case 2, 3, 4, 5 -> facts.isEmpty() ? anyFact() : facts.get(random.nextInt(facts.size()));
                case 6 -> about("action--none", 1);
                default -> about(steps.get(random.nextInt(steps.size())), random.nextInt(4));
            };
        }
    }
}
