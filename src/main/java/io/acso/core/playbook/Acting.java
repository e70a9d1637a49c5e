package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Commands the work of one action step, one command of it at a time. */
final class Acting {

    private final Walk walk;
    private final Draft draft;
    private final Step.ActionStep step;
    private final String id;

    Acting(Walk walk, Step.ActionStep step) {
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
        } else {
            issue(command, bindings, notBefore);
        }
    }

    private void issue(CommandData command, Bindings bindings, @Nullable Instant notBefore) {
        String agent = draft.playbook.agentOf(step);
        switch (command) {
            case CommandData.AgentTask task -> {
                int attempt =
                        commence(StepStatus.RUNNING, Defaults.STEP_TIMEOUT, "task " + task.kind() + " for " + agent);
                ObjectNode arguments = bindings.json(task.arguments());
                draft.command(new Command.RunTask(id, attempt, agent, task.kind(), arguments, deadline(), notBefore));
            }
            case CommandData.GatedAction action -> {
                ActionCall call = ActionCall.of(action, bindings);
                if (call.targets().isEmpty()) {
                    draft.note(id, call.kind() + " has no target: nothing to do");
                    complete(Json.object());
                    return;
                }
                int attempt =
                        commence(StepStatus.RUNNING, Defaults.STEP_TIMEOUT, call.kind() + " on " + call.targets());
                draft.command(new Command.RunAction(id, attempt, agent, call, deadline(), notBefore));
            }
            case CommandData.Manual manual -> {
                String text = bindings.text(manual.text());
                int attempt =
                        commence(StepStatus.WAITING_FOR_PERSON, Defaults.PERSON_TIMEOUT, "asks a person: " + text);
                draft.command(new Command.AskPerson(id, attempt, text, deadline()));
            }
            case CommandData.Other other -> walk.fail(id, other.refusal());
        }
    }

    /** The command that was under way is done. */
    void complete(ObjectNode outputs) {
        draft.runs.put(id, draft.take(id, outputs));
        proceed(null);
    }

    void failed(String why, boolean retryable) {
        StepRun run = draft.run(id).failedOnce();
        Instant again = draft.now.plus(Defaults.backoff(run.failures()));
        Instant limit = run.deadline();
        if (!retryable || run.failures() >= Defaults.ATTEMPTS || limit != null && !again.isBefore(limit)) {
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
        Instant limit = draft.now.plus(Defaults.PERSON_TIMEOUT);
        StepRun run = draft.run(id).with(StepStatus.WAITING_FOR_PERSON, limit);
        draft.runs.put(id, run);
        draft.note(id, "waits for approval: " + why);
        draft.command(new Command.AskPerson(id, run.attempt(), why, limit));
        draft.command(new Command.SetDeadline(id, run.attempt(), limit));
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
