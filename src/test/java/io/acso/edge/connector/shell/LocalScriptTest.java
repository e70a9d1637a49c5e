package io.acso.edge.connector.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import io.acso.edge.connector.command.CommandActuator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class LocalScriptTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path directory;

    @BeforeEach
    void needsBash() {
        assumeTrue(Files.isExecutable(BASH), "this machine has no /bin/bash");
    }

    private static Actuator actuator(boolean enabled, String... allowed) {
        ShellSettings settings = new ShellSettings(
                enabled,
                List.of(allowed),
                BASH,
                Path.of("/nowhere/pwsh"),
                Duration.ofSeconds(20),
                DataSize.ofBytes(64));
        LocalRunner runner = new LocalRunner(settings, new LocalProcess(64));
        return new CommandActuator(ShellCommands.KINDS, List.of(runner), InstantSource.fixed(TestAuthorization.NOW));
    }

    private static Action action(String kind, String... arguments) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            all.put(arguments[i], arguments[i + 1]);
        }
        return new Action(kind, new Target("host", "local", "localhost"), all);
    }

    private static Effect bash(String... arguments) {
        return actuator(true, "(?s).*").carryOut(TestAuthorization.of(action("shell.bash", arguments)));
    }

    private static Map<String, String> done(Effect effect) {
        assertThat(effect).isInstanceOf(Effect.Done.class);
        return ((Effect.Done) effect).details();
    }

    @Test
    void with_the_defaults_no_script_runs() {
        assertThatThrownBy(() -> actuator(false, ".*").dryRun(action("shell.bash", "command", "id")))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("acso.shell.enabled");
        assertThat(actuator(false, ".*").carryOut(TestAuthorization.of(action("shell.bash", "command", "id"))))
                .isInstanceOf(Effect.NotConfigured.class);
    }

    @Test
    void a_script_runs_only_when_an_expression_fits_all_of_it() throws Exception {
        Actuator actuator = actuator(true, "touch [a-z]+", "id");
        Path victim = directory.resolve("victim");
        String more = "id; touch " + victim;
        assertThatThrownBy(() -> actuator.dryRun(action("shell.bash", "command", more)))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("acso.shell.allowed");
        assertThat(actuator.carryOut(TestAuthorization.of(action("shell.bash", "command", more))))
                .isInstanceOf(Effect.Refused.class);
        assertThat(victim).doesNotExist();
        assertThat(actuator.dryRun(action("shell.bash", "command", "id")).calls())
                .containsExactly("on the platform's own machine, /bin/bash\nid");
    }

    @Test
    void it_sees_nothing_of_the_platform_s_environment_and_leaves_no_directory() {
        Map<String, String> details = done(bash("command", "compgen -e | sort | tr '\\n' ' '; ls -A"));
        assertThat(details.get("stdout").split(" "))
                .contains("HOME", "PATH", "TMPDIR")
                .doesNotContain("JAVA_HOME", "USER");
        String where = done(bash("command", "pwd")).get("stdout").strip();
        assertThat(Path.of(where)).doesNotExist();
    }

    @Test
    void text_may_come_in_base64_and_status_and_output_come_back() {
        String script = Base64.getEncoder().encodeToString("echo out; echo err >&2".getBytes(StandardCharsets.UTF_8));
        assertThat(done(bash("command_b64", script)))
                .isEqualTo(Map.of("exit_status", "0", "stdout", "out\n", "stderr", "err\n", "cut", "false"));
        assertThat(bash("command", "echo no >&2; exit 7"))
                .isEqualTo(new Effect.Failed("the command ended with status 7: no", false));
        assertThat(done(bash("command", "head -c 1000000 /dev/zero | tr '\\0' a")))
                .containsEntry("stdout", "a".repeat(64))
                .containsEntry("cut", "true");
    }

    @Test
    void a_script_that_does_not_end_is_killed_with_all_that_it_started() throws Exception {
        Path beat = directory.resolve("beat");
        Effect effect = bash(
                "command",
                "(while true; do date +%N > " + beat + "; read -t 0.05 < <(:); done) & wait",
                "timeout_ms",
                "700");
        assertThat(effect).isInstanceOf(Effect.Unknown.class);
        stands(beat);
    }

    @Test
    void what_a_script_leaves_running_ends_with_it() throws Exception {
        Path beat = directory.resolve("beat");
        done(bash("command", "(while true; do date +%N > " + beat + "; done) & until [ -s " + beat + " ]; do :; done"));
        stands(beat);
    }

    /** Nobody writes any more. */
    private static void stands(Path beat) throws Exception {
        String last = Files.readString(beat);
        await().during(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(5))
                .until(() -> Files.readString(beat).equals(last));
    }

    @Test
    void a_program_that_is_not_there_is_named_with_its_setting() {
        assertThatThrownBy(() -> actuator(true, ".*").dryRun(action("shell.powershell", "command", "Get-Date")))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("acso.shell.powershell");
    }

    @Test
    void a_script_is_not_repeated_unless_it_says_so_and_its_check_and_inverse_are_allowed_too() {
        Actuator actuator = actuator(true, "true", "false");
        assertThat(actuator.repeatSafety(action("shell.bash", "command", "true")))
                .isEqualTo(RepeatSafety.NONE);
        Action checked = action(
                "shell.bash",
                "command",
                "true",
                "repeat_safety",
                "checkable",
                "check.command",
                "false",
                "undo.command",
                "false");
        assertThat(actuator.repeatSafety(checked)).isEqualTo(RepeatSafety.CHECKABLE);
        assertThat(actuator.dryRun(checked).calls()).hasSize(2);
        assertThat(actuator.check(checked).verdict()).isEqualTo(Verdict.NOT_IN_PLACE);
        assertThatThrownBy(() -> actuator.dryRun(action("shell.bash", "command", "true", "undo.command", "id")))
                .isInstanceOf(ActionInvalid.class);
        assertThatThrownBy(() -> actuator.dryRun(action("shell.bash", "command", "true", "check.command", "id")))
                .isInstanceOf(ActionInvalid.class);
    }

    @Test
    void another_machine_is_no_target_of_it() {
        Action elsewhere = new Action("shell.bash", new Target("host", "local", "db1"), Map.of("command", "true"));
        assertThatThrownBy(() -> actuator(true, ".*").dryRun(elsewhere)).isInstanceOf(ActionInvalid.class);
        Action bucket = new Action("shell.bash", new Target("aws:s3:bucket", "aws:1", "b"), Map.of("command", "true"));
        assertThatThrownBy(() -> actuator(true, ".*").dryRun(bucket)).hasMessageContaining("takes a target of type");
        assertThatThrownBy(() ->
                        new ShellSettings(true, List.of("("), BASH, BASH, Duration.ofSeconds(1), DataSize.ofBytes(1)))
                .hasMessageContaining("acso.shell.allowed");
    }
}
