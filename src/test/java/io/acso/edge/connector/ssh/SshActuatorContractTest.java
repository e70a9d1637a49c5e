package io.acso.edge.connector.ssh;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Target;
import io.acso.edge.connector.ActuatorContract;
import io.acso.edge.connector.command.CommandActuator;
import io.acso.edge.connector.command.Interpreter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SshActuatorContractTest extends ActuatorContract {

    @TempDir
    Path directory;

    private final List<SshConnections> open = new ArrayList<>();
    private SshServerFixture server;

    @BeforeEach
    void start() throws Exception {
        server = new SshServerFixture("ecdsa-sha2-nistp256", 256)
                .byPassword("acso", "sesame")
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        open.forEach(SshConnections::close);
        server.close();
    }

    private Actuator with(List<String> hosts, @Nullable Path knownHosts) {
        SshSettings settings = new SshSettings(
                hosts, knownHosts, Duration.ofSeconds(20), Duration.ofSeconds(20), DataSize.ofKilobytes(1));
        SshConnections connections = new SshConnections(settings);
        open.add(connections);
        return new CommandActuator(
                Map.of(SshCommands.KIND, Interpreter.LOGIN),
                List.of(new SshRunner(settings, connections, name -> Optional.of("acso:sesame"))),
                CLOCK);
    }

    @Override
    protected Actuator actuator() throws Exception {
        return with(List.of(server.host()), server.knownHosts(directory, server.hostKey));
    }

    @Override
    protected Actuator unset() {
        return with(List.of(), null);
    }

    @Override
    protected Action good() {
        return new Action(
                SshCommands.KIND,
                new Target("ssh:host", "ssh", server.host()),
                Map.of("command", "id", "authentication", "door", "authentication_type", "user-auth"));
    }

    @Override
    protected int reached() {
        return server.asked.size();
    }
}
