package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.node.ObjectNode;

/** An execution does what a plain recursive walk through the same playbook does, in whatever order its work ends. */
class ControlFlowProperties {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 300)
    void an_execution_does_what_the_playbook_says(@ForAll long seed) {
        Random random = new Random(seed);
        Playbook playbook = new RandomPlaybook(random).steady().playbook();
        Scripted outcomes = new Scripted(seed);
        ReferenceInterpreter reference = new ReferenceInterpreter(playbook, outcomes);
        ExecutionStatus expected = reference.run();
        Statistics.collect(expected, reference.commanded.values().stream().anyMatch(n -> n > 2) ? "repeats" : "once");
        Execute execution = new Execute(playbook, outcomes, random);
        execution.toTheEnd();
        assertThat(execution.commanded).isEqualTo(reference.commanded);
        assertThat(execution.state.status()).as(execution.state.why()).isEqualTo(expected);
    }

    /** The same for the same step and number, whenever it is asked. */
    private record Scripted(long seed) implements ReferenceInterpreter.Outcomes {

        @Override
        public boolean succeeds(String stepId, int n) {
            return new Random(seed ^ stepId.hashCode() * 31L + n).nextInt(8) > 0;
        }

        @Override
        public Map<String, Value> outputs(String stepId, int n) {
            Map<String, Value> outputs = new TreeMap<>();
            for (int i = 0; i < RandomPlaybook.LOOPS; i++) {
                outputs.put("left" + i, Value.of(Integer.toString(Math.max(0, 3 - n))));
            }
            return outputs;
        }
    }

    /** Answers what is open, in a random order, until nothing is. */
    private static final class Execute {
        final Map<String, Integer> commanded = new TreeMap<>();
        private final Playbook playbook;
        private final ReferenceInterpreter.Outcomes outcomes;
        private final Random random;
        private final Deque<Command> open = new ArrayDeque<>();
        private Instant now = T0;
        ExecutionState state;

        Execute(Playbook playbook, ReferenceInterpreter.Outcomes outcomes, Random random) {
            this.playbook = playbook;
            this.outcomes = outcomes;
            this.random = random;
            Transition begun = Execution.begin(playbook, "exe-1", Map.of(), T0);
            state = begun.state();
            open.addAll(begun.commands());
        }

        void toTheEnd() {
            while (!open.isEmpty() && !state.status().ended()) {
                Command command = random.nextBoolean() ? open.removeFirst() : open.removeLast();
                now = now.plusMillis(1);
                switch (command) {
                    case Command.RunTask run -> answer(run.stepId(), run.attempt());
                    case Command.RunAction run -> answer(run.stepId(), run.attempt());
                    case Command.RunPlaybook run -> answer(run.stepId(), run.attempt());
                    case Command.AskPerson ask ->
                        tell(new Fact.PersonAnswered(
                                ask.stepId(), ask.attempt(), "ann", succeeds(ask.stepId()), "so be it", now));
                    case Command.SetDeadline delay -> endDelay(delay);
                    case Command.UndoStep undo -> tell(new Fact.StepUndone(undo.stepId(), undo.attempt(), now));
                    default -> {}
                }
            }
            assertThat(state.status().ended()).as("stuck: " + state).isTrue();
        }

        private void endDelay(Command.SetDeadline delay) {
            StepRun run = state.steps().get(delay.stepId());
            if (run != null && run.status() == StepStatus.PENDING) {
                now = now.isAfter(delay.at()) ? now : delay.at();
                tell(new Fact.DeadlinePassed(delay.stepId(), delay.attempt(), now));
            }
        }

        private boolean succeeds(String step) {
            return outcomes.succeeds(step, commanded.merge(step, 1, Integer::sum));
        }

        private void answer(String step, int attempt) {
            if (!succeeds(step)) {
                tell(new Fact.StepFailed(step, attempt, "scripted", false, now));
                return;
            }
            ObjectNode outputs = Json.object();
            outcomes.outputs(step, commanded.get(step)).forEach((name, value) -> outputs.set(name, value.json()));
            tell(new Fact.StepCompleted(step, attempt, outputs, now));
        }

        private void tell(Fact fact) {
            Transition transition = Execution.advance(playbook, state, fact);
            state = transition.state();
            open.addAll(transition.commands());
        }
    }
}
