package io.acso.edge.connector.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What one shell is given for another arrives there as it was written. */
class InterpreterProperties {

    private static final Path SHELL = Path.of("/bin/sh");

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "'", "\"", "$HOME", "`id`", "\\", ";", "\n", " ", "a", "&", "*", "é", "'\\''", "!", "--", "$(")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 60)
    void a_script_for_bash_is_one_word_to_the_login_shell(@ForAll("scripts") String script) throws Exception {
        Assume.that(Files.isExecutable(SHELL));
        String line = Interpreter.BASH.line(script).replaceFirst("^bash ", "printf '%s|' ");
        assertThat(said(line)).isEqualTo("--noprofile|--norc|-c|" + script + "|");
    }

    private static String said(String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(SHELL.toString(), "-c", line).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }

    @Property(tries = 60)
    void a_script_for_powershell_travels_in_base64_of_utf_16(@ForAll("scripts") String script) {
        String line = Interpreter.POWERSHELL.line(script);
        assertThat(line).matches("pwsh -NoLogo -NoProfile -NonInteractive -EncodedCommand [A-Za-z0-9+/='\\\\]+");
        String encoded = line.substring(line.lastIndexOf(' ') + 1).replace("'", "");
        assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_16LE))
                .isEqualTo(script);
    }
}
