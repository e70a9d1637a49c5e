package io.acso.edge.connector.shell;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Target;
import io.acso.edge.connector.ActuatorContract;
import io.acso.edge.connector.command.CommandActuator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ShellActuatorContractTest extends ActuatorContract {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path directory;

    @BeforeEach
    void needsBash() {
        assumeTrue(Files.isExecutable(BASH), "this machine has no /bin/bash");
    }

    private static Actuator with(boolean enabled, List<String> allowed) {
        ShellSettings settings =
                new ShellSettings(enabled, allowed, BASH, BASH, Duration.ofSeconds(20), DataSize.ofKilobytes(1));
        return new CommandActuator(
                ShellCommands.KINDS, List.of(new LocalRunner(settings, new LocalProcess(1024))), CLOCK);
    }

    @Override
    protected Actuator actuator() {
        return with(true, List.of("echo .*"));
    }

    @Override
    protected Actuator unset() {
        return with(false, List.of());
    }

    @Override
    protected Action good() {
        return new Action(
                "shell.bash",
                new Target("host", "local", "localhost"),
                Map.of("command", "echo ran >> " + directory.resolve("notes")));
    }

    @Override
    protected int reached() throws IOException {
        Path notes = directory.resolve("notes");
        return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
    }
}
