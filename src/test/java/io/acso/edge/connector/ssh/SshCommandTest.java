package io.acso.edge.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import io.acso.edge.connector.command.CommandActuator;
import io.acso.edge.connector.command.Interpreter;
import io.acso.edge.connector.command.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class SshCommandTest {

    @TempDir
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, String> secrets =
            new HashMap<>(Map.of("door", "acso:open sesame", "password", "open sesame"));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private SshServerFixture server() throws Exception {
        SshServerFixture server = new SshServerFixture("ssh-rsa", 2048)
                .byPassword("acso", "open sesame")
                .start();
        open.add(server);
        return server;
    }

    private Actuator actuator(SshServerFixture server) throws IOException {
        return actuator(List.of(server.host()), server.knownHosts(directory, server.hostKey));
    }

    private Actuator actuator(List<String> hosts, @Nullable Path knownHosts) {
        SshSettings settings = new SshSettings(
                hosts, knownHosts, Duration.ofSeconds(20), Duration.ofSeconds(20), DataSize.ofBytes(100));
        SshConnections connections = new SshConnections(settings);
        open.add(connections);
        Secrets known = name -> Optional.ofNullable(secrets.get(name));
        return new CommandActuator(
                Map.of("ssh.command", Interpreter.LOGIN, "shell.bash", Interpreter.BASH),
                List.of(new SshRunner(settings, connections, known)),
                InstantSource.fixed(TestAuthorization.NOW));
    }

    private static Action action(SshServerFixture server, String kind, String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of("authentication", "door", "authentication_type", "user-auth"));
        for (int i = 0; i < arguments.length; i += 2) {
            all.put(arguments[i], arguments[i + 1]);
        }
        return new Action(kind, new Target("ssh:host", "ssh", server.host()), all);
    }

    private static Effect carryOut(Actuator actuator, Action action) {
        return actuator.carryOut(TestAuthorization.of(action));
    }

    @Test
    void a_command_is_shown_run_and_answered() throws Exception {
        SshServerFixture server = server();
        Actuator actuator = actuator(server);
        Action action = action(server, "ssh.command", "command", "systemctl stop web");
        assertThat(actuator.dryRun(action).calls())
                .containsExactly(
                        "ssh acso@" + server.host() + " (user-auth, from the secret 'door')\nsystemctl stop web");
        assertThat(server.asked).as("a dry run runs nothing").isEmpty();
        assertThat(carryOut(actuator, action))
                .isEqualTo(new Effect.Done(
                        Map.of("exit_status", "0", "stdout", "ran systemctl stop web", "stderr", "", "cut", "false")));
        assertThat(actuator.party(action)).isEqualTo("ssh " + server.host());
    }

    @Test
    void bash_reaches_the_other_side_as_one_quoted_word() throws Exception {
        SshServerFixture server = server();
        Action action = action(
                server,
                "shell.bash",
                "command",
                "echo 'it''s' $HOME; id",
                "username",
                "acso",
                "authentication",
                "password");
        assertThat(carryOut(actuator(server), action)).isInstanceOf(Effect.Done.class);
        assertThat(server.asked).containsExactly("bash --noprofile --norc -c 'echo '\\''it'\\'''\\''s'\\'' $HOME; id'");
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ssh-rsa, 2048", "ecdsa-sha2-nistp256, 256"})
    void keys_of_the_usual_kinds_sign_in_whatever_the_host_s_kind_is(String type, int bits) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(type, bits);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "acso", null, text);
        secrets.put("key", text.toString());
        SshServerFixture server =
                new SshServerFixture(type, bits).byKey("acso", key).start();
        open.add(server);
        Action action = action(
                server,
                "ssh.command",
                "command",
                "uptime",
                "username",
                "acso",
                "authentication",
                "key",
                "authentication_type",
                "private-key");
        Actuator actuator = actuator(server);
        assertThat(actuator.dryRun(action).calls().getFirst()).doesNotContain("PRIVATE");
        assertThat(carryOut(actuator, action)).isInstanceOf(Effect.Done.class);
    }

    @Test
    void a_host_that_shows_another_key_gets_neither_password_nor_command() throws Exception {
        SshServerFixture server = server();
        KeyPair other = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        Actuator actuator = actuator(List.of(server.host()), server.knownHosts(directory, other));
        assertThat(carryOut(actuator, action(server, "ssh.command", "command", "id")))
                .isInstanceOfSatisfying(Effect.Failed.class, failed -> {
                    assertThat(failed.retryable()).isFalse();
                    assertThat(failed.why()).contains("acso.ssh.known-hosts");
                });
        assertThat(server.asked).isEmpty();
    }

    @Test
    void of_several_keys_the_one_that_is_known_is_asked_for() throws Exception {
        KeyPair other = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        SshServerFixture server = new SshServerFixture("ssh-rsa", 2048)
                .alsoShowing(other)
                .byPassword("acso", "open sesame")
                .start();
        open.add(server);
        assertThat(carryOut(actuator(server), action(server, "ssh.command", "command", "id")))
                .isInstanceOf(Effect.Done.class);
        Actuator knowsOther = actuator(List.of(server.host()), server.knownHosts(directory, other));
        assertThat(carryOut(knowsOther, action(server, "ssh.command", "command", "id")))
                .isInstanceOf(Effect.Done.class);
    }

    @Test
    void a_wrong_password_fails_for_good() throws Exception {
        SshServerFixture server = server();
        secrets.put("door", "acso:wrong");
        assertThat(carryOut(actuator(server), action(server, "ssh.command", "command", "id")))
                .isInstanceOfSatisfying(
                        Effect.Failed.class,
                        failed -> assertThat(failed.retryable()).isFalse());
    }

    @Test
    void a_host_that_is_down_may_be_tried_again() throws Exception {
        SshServerFixture server = server();
        Actuator actuator = actuator(server);
        Action action = action(server, "ssh.command", "command", "id");
        server.close();
        assertThat(carryOut(actuator, action))
                .isInstanceOfSatisfying(
                        Effect.Failed.class,
                        failed -> assertThat(failed.retryable()).isTrue());
    }

    @Test
    void the_command_s_own_status_decides_and_its_output_is_bounded() throws Exception {
        SshServerFixture server = server();
        Actuator actuator = actuator(server);
        assertThat(carryOut(actuator, action(server, "ssh.command", "command", "fail")))
                .isEqualTo(new Effect.Failed("the command ended with status 3: no such rule", false));
        assertThat(carryOut(actuator, action(server, "ssh.command", "command", "flood")))
                .isInstanceOfSatisfying(
                        Effect.Done.class,
                        done -> assertThat(done.details())
                                .containsEntry("stdout", "z".repeat(100))
                                .containsEntry("cut", "true"));
    }

    @Test
    void a_command_without_an_end_is_unknown() throws Exception {
        SshServerFixture server = server();
        Actuator actuator = actuator(server);
        assertThat(carryOut(actuator, action(server, "ssh.command", "command", "hang", "timeout_ms", "300")))
                .isEqualTo(new Effect.Unknown("the command did not end within PT0.3S"));
        assertThat(carryOut(actuator, action(server, "ssh.command", "command", "vanish")))
                .isInstanceOf(Effect.Unknown.class);
    }

    @Test
    void a_check_goes_by_the_status_too() throws Exception {
        SshServerFixture server = server();
        Actuator actuator = actuator(server);
        assertThat(actuator.check(action(server, "ssh.command", "command", "x", "check.command", "ok"))
                        .verdict())
                .isEqualTo(Verdict.IN_PLACE);
        assertThat(actuator.check(action(server, "ssh.command", "command", "x", "check.command", "fail"))
                        .verdict())
                .isEqualTo(Verdict.NOT_IN_PLACE);
        assertThat(server.asked).containsExactly("ok", "fail");
        Action undone = actuator.dryRun(action(server, "ssh.command", "command", "x", "undo.command", "un-x"))
                .inverse();
        assertThat(undone).isNotNull();
        assertThat(undone.arguments()).containsEntry("command", "un-x").containsEntry("authentication", "door");
    }

    @Test
    void what_is_missing_or_not_listed_is_said_before_anything_is_reached() throws Exception {
        SshServerFixture server = server();
        Action action = action(server, "ssh.command", "command", "id");
        assertThatThrownBy(() -> actuator(List.of(), null).dryRun(action))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("acso.ssh.hosts");
        assertThatThrownBy(() -> actuator(List.of(server.host()), null).dryRun(action))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("acso.ssh.known-hosts");
        assertThatThrownBy(() -> actuator(List.of("db1"), server.knownHosts(directory, server.hostKey))
                        .dryRun(action))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("acso.ssh.hosts");
        Actuator ready = actuator(server);
        assertThatThrownBy(() -> ready.dryRun(action(server, "ssh.command")))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("command");
        assertThatThrownBy(() -> ready.dryRun(action(server, "ssh.command", "command", "id", "authentication", "none")))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("no secret 'none'");
        secrets.put("junk", "not a key");
        assertThat(carryOut(
                        ready,
                        action(
                                server,
                                "ssh.command",
                                "command",
                                "id",
                                "username",
                                "acso",
                                "authentication",
                                "junk",
                                "authentication_type",
                                "private-key")))
                .isInstanceOf(Effect.NotConfigured.class);
        assertThat(server.asked).isEmpty();
    }
}
