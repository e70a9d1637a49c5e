package io.acso.edge.connector.ssh;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.edge.connector.command.CommandArguments;
import io.acso.edge.connector.command.Credentials;
import io.acso.edge.connector.command.Interpreter;
import io.acso.edge.connector.command.Ran;
import io.acso.edge.connector.command.Runner;
import io.acso.edge.connector.command.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs commands on listed hosts. Target: type {@code ssh:host}, scope {@code ssh}, id {@code host:port}. */
final class SshRunner implements Runner {

    static final String TARGET = "ssh:host";
    private static final String SCOPE = "ssh";

    private final SshSettings settings;
    private final SshConnections connections;
    private final Secrets secrets;

    SshRunner(SshSettings settings, SshConnections connections, Secrets secrets) {
        this.settings = settings;
        this.connections = connections;
        this.secrets = secrets;
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
        SshHost host = host(action);
        Login login = login(action);
        return "ssh " + login.user() + "@" + host + " (" + login.type() + ", from the secret '" + login.secret() + "')"
                + (interpreter == Interpreter.LOGIN ? "" : " " + interpreter);
    }

    @Override
    public Ran run(Action action, Interpreter interpreter, String text, Duration timeout) {
        SshHost host = host(action);
        return connections.run(knownHosts(), host, login(action), interpreter.line(text), timeout);
    }

    private SshHost host(Action action) {
        if (settings.hosts().isEmpty()) {
            throw new ActionNotConfigured("set acso.ssh.hosts to the hosts that commands may run on, such as "
                    + action.target().id());
        }
        knownHosts();
        SshHost host = parsed(action);
        if (!settings.hosts().contains(host.toString())) {
            throw new ActionInvalid("no command may run on " + host + ": add it to acso.ssh.hosts");
        }
        return host;
    }

    private Path knownHosts() {
        Path file = settings.knownHosts();
        if (file == null || !Files.isReadable(file)) {
            throw new ActionNotConfigured("set acso.ssh.known-hosts to a readable file with the hosts' keys"
                    + " (ssh-keyscan -H prints them; compare the fingerprints before you trust them)");
        }
        return file;
    }

    private static SshHost parsed(Action action) {
        if (!action.target().scope().equals(SCOPE)) {
            throw new ActionInvalid("the scope of a target of type " + TARGET + " is '" + SCOPE + "', not '"
                    + action.target().scope() + "'");
        }
        try {
            return SshHost.of(action.target().id());
        } catch (IllegalArgumentException e) {
            throw new ActionInvalid(String.valueOf(e.getMessage()));
        }
    }

    private Login login(Action action) {
        CommandArguments arguments = new CommandArguments(action);
        Credentials credentials = arguments
                .credentials(Credentials.Type.PRIVATE_KEY)
                .orElseThrow(() -> arguments.invalid(
                        "authentication", "is missing: name the secret with the private key or the password"));
        return Login.of(credentials, credentials.value(secrets));
    }
}
