package io.acso.core.playbook;

import static io.acso.core.playbook.PlaybookBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** One execution under test, with all that it commanded; each fact comes a second after the last. */
final class Run {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    final Playbook playbook;
    final List<Command> commands = new ArrayList<>();
    ExecutionState state;
    Instant now = T0;

    private Run(Playbook playbook) {
        this.playbook = playbook;
        this.state = Execution.begin(playbook, "unused", Map.of(), T0).state();
    }

    static Run of(PlaybookBuilder builder) {
        return new Run(builder.build());
    }

    void begin(Map<String, Value> given) {
        apply(Execution.begin(playbook, "exe-1", given, T0));
    }

    void fact(Fact fact) {
        apply(Execution.advance(playbook, state, fact));
    }

    void completed(String step, String outputs) {
        fact(new Fact.StepCompleted(id(step), attempt(step), (ObjectNode) PlaybookBuilder.json(outputs), tick()));
    }

    void failed(String step, boolean retryable) {
        fact(new Fact.StepFailed(id(step), attempt(step), "no luck", retryable, tick()));
    }

    void answered(String step, boolean accepted) {
        fact(new Fact.PersonAnswered(id(step), attempt(step), "ann", accepted, "as you say", tick()));
    }

    /** The deadline's timer fires so long after the beginning. */
    void deadline(String step, Duration after) {
        now = T0.plus(after);
        fact(new Fact.DeadlinePassed(id(step), attempt(step), now));
    }

    Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    StepStatus status(String step) {
        return Objects.requireNonNull(state.steps().get(id(step))).status();
    }

    <T extends Command> List<T> all(Class<T> type) {
        return commands.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Command> T last(Class<T> type) {
        return all(type).getLast();
    }

    void endedAs(ExecutionStatus status, String why) {
        assertThat(state.status()).as(state.why()).isEqualTo(status);
        assertThat(state.why()).contains(why);
        assertThat(commands.getLast()).isEqualTo(new Command.Finish(status, state.why()));
        assertThat(state.endedAt()).isEqualTo(now);
    }

    private int attempt(String step) {
        return Objects.requireNonNull(state.steps().get(id(step))).attempt();
    }

    private void apply(Transition transition) {
        state = transition.state();
        commands.addAll(transition.commands());
    }
}
