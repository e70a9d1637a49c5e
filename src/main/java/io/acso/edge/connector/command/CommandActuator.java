package io.acso.edge.connector.command;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the commands of playbooks, each by the runner for its target's type. */
public final class CommandActuator implements Actuator {

    private static final int LONGEST_COMMAND = 32 * 1024;

    private final Map<String, Interpreter> kinds;
    private final Map<String, Runner> runners;
    private final InstantSource clock;

    /** @param kinds the action kinds and what reads their commands */
    public CommandActuator(Map<String, Interpreter> kinds, List<Runner> runners, InstantSource clock) {
        this.kinds = Map.copyOf(kinds);
        this.runners = runners.stream().collect(Collectors.toMap(Runner::targetType, Function.identity()));
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return kinds.keySet();
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return new CommandArguments(action).repeatSafetyOrNone(RepeatSafety.NONE);
    }

    @Override
    public String party(Action action) {
        return action.target().scope() + " " + action.target().id();
    }

    @Override
    public DryRun dryRun(Action action) {
        CommandArguments arguments = new CommandArguments(action);
        arguments.repeatSafety(RepeatSafety.NONE);
        List<String> calls = new ArrayList<>(List.of(shown(action)));
        arguments.check().ifPresent(look -> calls.add("to see whether it took: " + shown(look)));
        arguments.undo().ifPresent(this::shown);
        String summary =
                "Runs a command by " + action.kind() + " on " + action.target().id() + ".";
        return new DryRun(action, calls, 1, arguments.undo().orElse(null), summary);
    }

    private String shown(Action action) {
        String text = text(action);
        String where = runner(action).prepare(action, interpreter(action), text);
        new CommandArguments(action).timeout(runner(action).usualTimeout());
        return where + "\n" + text;
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        return authorized.expired(clock.instant()).orElseGet(() -> carryOut(authorized.action()));
    }

    private Effect carryOut(Action action) {
        try {
            return run(action).effect();
        } catch (ActionInvalid invalid) {
            return new Effect.Refused(String.valueOf(invalid.getMessage()));
        } catch (ActionNotConfigured missing) {
            return new Effect.NotConfigured(String.valueOf(missing.getMessage()));
        }
    }

    @Override
    public Check check(Action action) {
        try {
            return new CommandArguments(action)
                    .check()
                    .map(look -> run(look).seen())
                    .orElseGet(() -> new Check(Verdict.CANNOT_TELL, "the action names no check"));
        } catch (ActionInvalid | ActionNotConfigured e) {
            return new Check(Verdict.CANNOT_TELL, String.valueOf(e.getMessage()));
        }
    }

    private Ran run(Action action) {
        Runner runner = runner(action);
        CommandArguments arguments = new CommandArguments(action);
        return runner.run(action, interpreter(action), text(action), arguments.timeout(runner.usualTimeout()));
    }

    private static String text(Action action) {
        return new CommandArguments(action).command(LONGEST_COMMAND);
    }

    private Runner runner(Action action) {
        Runner runner = runners.get(action.target().type());
        if (runner == null) {
            throw new ActionInvalid(action.kind() + " takes a target of type "
                    + runners.keySet().stream().sorted().toList() + ", not "
                    + action.target().type());
        }
        return runner;
    }

    private Interpreter interpreter(Action action) {
        Interpreter interpreter = kinds.get(action.kind());
        if (interpreter == null) {
            throw new ActionInvalid("no connector for commands takes the kind " + action.kind());
        }
        return interpreter;
    }
}
