package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What commands say of text that attackers chose. */
class VisibleOutputTest {

    private static final String HOSTILE = "\u001b]0;owned\u0007\u001b[2Juser/\u202enimda\rroot";
    private static final String SEEN = "\\u001b]0;owned\\u0007\\u001b[2Juser/\\u202enimda\\u000droot";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void no_text_steers_the_terminal() {
        run(verb -> {
            verb.say(HOSTILE);
            verb.say("title\nforged: CLOSED");
            verb.out().printf("%s %c%n", HOSTILE, '\u001b');
            verb.note(HOSTILE);
            throw new BadInput(HOSTILE);
        });
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(SEEN + "\ntitle\\u000aforged: CLOSED\n" + SEEN + " \\u001b\n");
        assertThat(err.toString()).isEqualToNormalizingNewlines("acso: " + SEEN + "\nacso: " + SEEN + "\n");
    }

    @Test
    void a_cell_begins_no_row_and_the_columns_stay_even() {
        run(verb -> new Table("TITLE", "STATUS")
                .row("a\u200b\nforged  CLOSED", "OPEN")
                .row("b", "OPEN")
                .print(verb.out()));
        assertThat(out.toString().lines())
                .containsExactly(
                        "TITLE                        STATUS",
                        "a\\u200b\\u000aforged  CLOSED  OPEN",
                        "b                            OPEN");
    }

    @Test
    void json_says_what_it_said() {
        run(verb -> verb.print(Map.of("title", HOSTILE)));
        assertThat(out.toString()).doesNotContain("\u202e", "\u001b");
        assertThat(Json.tree(out.toString()).path("title").asString()).isEqualTo(HOSTILE);
    }

    @FunctionalInterface
    private interface Says {
        void by(Verb verb);
    }

    private void run(Says says) {
        CommandLine root = Acso.commandLine(Terminal.ofProcess());
        root.addSubcommand("say", new Saying(says));
        root.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute("say");
    }

    @CommandLine.Command(name = "say")
    private static final class Saying extends Verb {
        private final Says says;

        Saying(Says says) {
            this.says = says;
        }

        @Override
        public Integer call() {
            says.by(this);
            return DONE;
        }
    }
}
