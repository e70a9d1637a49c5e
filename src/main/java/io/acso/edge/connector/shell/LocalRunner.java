package io.acso.edge.connector.shell;

import com.google.re2j.Pattern;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.edge.connector.command.Interpreter;
import io.acso.edge.connector.command.Ran;
import io.acso.edge.connector.command.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs scripts on this machine. Target: type {@code host}, scope {@code local}, id {@code localhost}. */
final class LocalRunner implements Runner {

    private static final String TARGET = "host";
    private static final String SCOPE = "local";
    private static final String ID = "localhost";

    private final ShellSettings settings;
    private final LocalProcess process;
    private final List<Pattern> allowed;

    LocalRunner(ShellSettings settings, LocalProcess process) {
        this.settings = settings;
        this.process = process;
        this.allowed = settings.allowed().stream().map(Pattern::compile).toList();
    }

    @Override
    public String targetType() {
        return TARGET;
    }

    @Override
    public Duration usualTimeout() {
        return settings.timeout();
    }

    @Override
    public String prepare(Action action, Interpreter interpreter, String text) {
        Path program = program(action, interpreter);
        if (!settings.enabled()) {
            throw new ActionNotConfigured("scripts on this machine are switched off: acso.shell.enabled=true lets those"
                    + " run that acso.shell.allowed names");
        }
        if (allowed.stream().noneMatch(expression -> expression.matches(text))) {
            throw new ActionInvalid(
                    "no expression of acso.shell.allowed fits this script: add one that fits all of it");
        }
        if (!Files.isExecutable(program)) {
            throw new ActionNotConfigured(program + " is not there: install it, or say where it is by acso.shell."
                    + (interpreter == Interpreter.POWERSHELL ? "powershell" : "bash"));
        }
        return "on the platform's own machine, " + program;
    }

    @Override
    public Ran run(Action action, Interpreter interpreter, String text, Duration timeout) {
        prepare(action, interpreter, text);
        Path program = program(action, interpreter);
        return process.run(interpreter.words(program.toString(), text), timeout);
    }

    private Path program(Action action, Interpreter interpreter) {
        if (!action.target().scope().equals(SCOPE) || !action.target().id().equals(ID)) {
            throw new ActionInvalid("a target of type " + TARGET + " is this machine: scope '" + SCOPE + "', id '" + ID
                    + "', not " + action.target());
        }
        return interpreter == Interpreter.POWERSHELL ? settings.powershell() : settings.bash();
    }
}
