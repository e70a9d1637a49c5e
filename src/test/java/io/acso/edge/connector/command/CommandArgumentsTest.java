package io.acso.edge.connector.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.core.autonomy.Target;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandArgumentsTest {

    private static CommandArguments of(Map<String, String> arguments) {
        return new CommandArguments(new Action("ssh.command", new Target("ssh:host", "ssh", "h:22"), arguments));
    }

    @Test
    void a_step_that_has_days_waits_minutes_for_a_command() {
        Duration usual = Duration.ofSeconds(60);
        assertThat(of(Map.of()).timeout(usual)).isEqualTo(usual);
        assertThat(of(Map.of("timeout_ms", "1500")).timeout(usual)).isEqualTo(Duration.ofMillis(1500));
        assertThat(of(Map.of("timeout_ms", "172800000")).timeout(usual)).isEqualTo(Duration.ofMinutes(9));
        assertThatThrownBy(() -> of(Map.of("timeout_ms", "soon")).timeout(usual))
                .isInstanceOf(ActionInvalid.class);
    }

    @Test
    void repeat_safety_that_does_not_hold_is_none() {
        assertThat(of(Map.of("repeat_safety", "natural")).repeatSafetyOrNone(RepeatSafety.NONE))
                .isEqualTo(RepeatSafety.NATURAL);
        assertThat(of(Map.of("repeat_safety", "mostly")).repeatSafetyOrNone(RepeatSafety.NATURAL))
                .isEqualTo(RepeatSafety.NONE);
        assertThat(of(Map.of("repeat_safety", "checkable")).repeatSafetyOrNone(RepeatSafety.NATURAL))
                .isEqualTo(RepeatSafety.NONE);
        assertThat(of(Map.of("repeat_safety", "checkable", "check.command", "x"))
                        .repeatSafetyOrNone(RepeatSafety.NONE))
                .isEqualTo(RepeatSafety.CHECKABLE);
    }

    @Test
    void an_inverse_inherits_who_and_nothing_of_what() {
        Action inverse = of(Map.of(
                        "command",
                        "block",
                        "repeat_safety",
                        "keyed",
                        "authentication",
                        "door",
                        "username",
                        "acso",
                        "timeout_ms",
                        "5",
                        "undo.command",
                        "unblock",
                        "check.command",
                        "blocked"))
                .undo()
                .orElseThrow();
        assertThat(inverse.arguments())
                .isEqualTo(
                        Map.of("command", "unblock", "authentication", "door", "username", "acso", "timeout_ms", "5"));
        assertThat(of(Map.of("command", "block")).undo()).isEmpty();
    }

    @Test
    void a_command_is_text_of_bounded_length() {
        assertThat(of(Map.of("command_b64", "aWQ=")).command(10)).isEqualTo("id");
        for (Map<String, String> wrong : java.util.List.of(
                Map.<String, String>of(),
                Map.of("command", "  "),
                Map.of("command", "a\0b"),
                Map.of("command", "a".repeat(11)),
                Map.of("command", "a", "command_b64", "aWQ="))) {
            assertThatThrownBy(() -> of(wrong).command(10))
                    .isInstanceOf(ActionInvalid.class)
                    .hasMessageContaining("command");
        }
    }
}
