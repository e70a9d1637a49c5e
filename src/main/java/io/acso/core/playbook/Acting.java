package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Commands the work of one step, one command of it at a time. */
final class Acting {

    private final Walk walk;
    private final Draft draft;
    private final Step.Work step;
    private final String id;

    Acting(Walk walk, Step.Work step) {
        this.walk = walk;
        this.draft = walk.draft;
        this.step = step;
        this.id = step.basics().id();
    }

    /** @param notBefore null for at once */
    void issue(@Nullable Instant notBefore) {
        StepRun run = draft.run(id);
        if (run.command() == step.commands().size()) {
            walk.succeed(id);
            return;
        }
        CommandData command = step.commands().get(run.command());
        Bindings bindings = draft.bindings(id);
        Optional<String> unknown = command.variables().stream()
                .filter(name -> !bindings.value(name).known())
                .findFirst();
        if (unknown.isPresent()) {
            walk.fail(id, "variable __" + unknown.get() + "__ has no value");
            return;
        }
        try {
            issue(command, bindings, notBefore);
        } catch (ValueUnfit e) {
            walk.fail(id, String.valueOf(e.getMessage()));
        }
    }

    private void issue(CommandData command, Bindings bindings, @Nullable Instant notBefore) {
        switch (command) {
            case CommandData.AgentTask task -> {
                ObjectNode arguments = bindings.json(task.arguments());
                int attempt = commence("task " + task.kind() + " for " + task.agent());
                draft.command(
                        new Command.RunTask(id, attempt, task.agent(), task.kind(), arguments, deadline(), notBefore));
            }
            case CommandData.GatedAction action -> act(action, ActionCall.of(action, bindings), notBefore);
            case CommandData.Manual manual -> ask(bindings.text(manual.text()));
            case CommandData.SubPlaybook other -> {
                int attempt = commence("runs " + other.playbookId());
                draft.command(new Command.RunPlaybook(
                        id,
                        attempt,
                        other.playbookId(),
                        other.version(),
                        inputs(other, bindings),
                        deadline(),
                        notBefore));
            }
            case CommandData.Other other -> walk.fail(id, other.refusal());
        }
    }

    private void act(CommandData.GatedAction action, ActionCall call, @Nullable Instant notBefore) {
        if (call.targets().isEmpty()) {
            draft.note(id, call.kind() + " has no target: nothing to do");
            next(Json.object());
        } else if (step.basics().policy().compensate() && draft.effects() >= Limits.EFFECTS) {
            walk.fail(id, "an execution can undo " + Limits.EFFECTS + " effects at the most: split the playbook");
        } else {
            int attempt = commence(call.kind() + " on " + call.targets());
            draft.command(new Command.RunAction(
                    id, attempt, draft.run(id).visit(), action.agent(), call, deadline(), notBefore));
        }
    }

    private void ask(String text) {
        Duration stands = terms() == null ? null : terms().validity();
        int attempt = commence(
                StepStatus.WAITING_FOR_PERSON,
                stands == null ? Defaults.PERSON_TIMEOUT : stands,
                "asks a person: " + text);
        draft.command(new Command.AskPerson(id, attempt, text, terms(), deadline()));
    }

    private static Map<String, Value> inputs(CommandData.SubPlaybook other, Bindings bindings) {
        Map<String, Value> inputs = new TreeMap<>();
        other.inputs().forEach(name -> inputs.put(name, bindings.value(name)));
        return inputs;
    }

    private @Nullable ApprovalTerms terms() {
        return draft.playbook.approvalTerms(step).orElse(null);
    }

    /** The command that was under way is done. */
    void complete(ObjectNode outputs) {
        StepRun run = draft.run(id);
        boolean effect = step.commands().get(run.command()) instanceof CommandData.GatedAction;
        if (effect && step.basics().policy().compensate()) {
            draft.remember(new Compensation.Effect(id, run.attempt()));
        }
        next(outputs);
    }

    private void next(ObjectNode outputs) {
        try {
            draft.runs.put(id, draft.take(step, outputs));
        } catch (ValueUnfit e) {
            walk.fail(id, String.valueOf(e.getMessage()));
            return;
        }
        proceed(null);
    }

    void failed(String why, boolean retryable) {
        RetryPolicy policy = step.basics().policy().retry();
        StepRun run = draft.run(id).failedOnce();
        Instant again = draft.now.plus(policy.wait(run.failures()));
        Instant limit = run.deadline();
        if (!retryable || run.failures() >= policy.attempts() || limit != null && !again.isBefore(limit)) {
            walk.fail(id, why);
            return;
        }
        draft.note(id, "attempt " + run.attempt() + " failed, again after " + again + ": " + why);
        draft.runs.put(id, run);
        proceed(again);
    }

    /** The next command, the same one again, or, in a pause, nothing until it is over. */
    void proceed(@Nullable Instant notBefore) {
        StepRun run = draft.run(id);
        if (!draft.paused() || run.command() == step.commands().size()) {
            issue(notBefore);
            return;
        }
        if (run.deadline() != null) {
            draft.command(new Command.CancelDeadline(id, run.attempt()));
        }
        draft.runs.put(id, run.with(StepStatus.PENDING, null));
    }

    void awaitApproval(String why) {
        ApprovalTerms terms = terms();
        Duration stands =
                terms == null ? Defaults.PERSON_TIMEOUT : terms.stands().orElse(Defaults.PERSON_TIMEOUT);
        Instant limit = draft.now.plus(stands);
        StepRun run = draft.run(id).with(StepStatus.WAITING_FOR_PERSON, limit);
        draft.runs.put(id, run);
        draft.note(id, "waits for approval: " + why);
        draft.command(new Command.AskPerson(id, run.attempt(), why, terms, limit));
        draft.command(new Command.SetDeadline(id, run.attempt(), limit));
    }

    private int commence(String what) {
        return commence(StepStatus.RUNNING, Defaults.STEP_TIMEOUT, what);
    }

    private int commence(StepStatus status, Duration orElse, String what) {
        StepRun run = draft.run(id).nextAttempt();
        boolean again = run.failures() > 0 && run.deadline() != null;
        Instant limit = again ? run.deadline() : draft.now.plus(timeout(orElse));
        draft.runs.put(id, run.with(status, limit));
        draft.note(id, "attempt " + run.attempt() + ": " + what);
        draft.command(new Command.SetDeadline(id, run.attempt(), deadline()));
        return run.attempt();
    }

    private Duration timeout(Duration orElse) {
        Duration stated = step.basics().timeout();
        return stated == null ? orElse : stated;
    }

    private Instant deadline() {
        Instant limit = draft.run(id).deadline();
        if (limit == null) {
            throw new IllegalStateException("step " + id + " was begun without a deadline");
        }
        return limit;
    }
}
