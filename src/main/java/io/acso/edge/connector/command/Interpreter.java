package io.acso.edge.connector.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What reads a command's text. */
public enum Interpreter {
    /** The login shell of the other side, as SSH does it. */
    LOGIN {
        @Override
        public List<String> words(String program, String text) {
            throw new IllegalStateException("only the other side of a connection has a login shell");
        }

        @Override
        public String line(String text) {
            return text;
        }
    },
    /** Bash, without anybody's start-up files. */
    BASH {
        @Override
        public List<String> words(String program, String text) {
            return List.of(program, "--noprofile", "--norc", "-c", text);
        }

        @Override
        public String line(String text) {
            return quoted(words("bash", text));
        }
    },
    /** PowerShell 7, which takes a script in base64 of UTF-16, so that nothing has to be quoted. */
    POWERSHELL {
        @Override
        public List<String> words(String program, String text) {
            String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
            return List.of(program, "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded);
        }

        @Override
        public String line(String text) {
            return quoted(words("pwsh", text));
        }
    };

    /** The program and its arguments, for a process on this machine. */
    public abstract List<String> words(String program, String text);

    /** One line for a login shell elsewhere. */
    public abstract String line(String text);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[A-Za-z0-9_./=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
