package io.acso.edge.cli;

import java.io.Console;

/** The person in front of the command, if there is one. */
interface Terminal {

    /** Whether somebody can be asked. */
    boolean present();

    /** Asks; true only for a clear yes. */
    boolean agrees(String question);

    /** Asks for what must not be seen; empty when there is no answer. */
    String secret(String question);

    static Terminal ofProcess() {
        Console console = System.console();
        return new Terminal() {
            @Override
            public boolean present() {
                return console != null && console.isTerminal();
            }

            @Override
            public boolean agrees(String question) {
                String answer = console == null ? null : console.readLine("%s [y/N] ", question);
                return answer != null
                        && (answer.strip().equalsIgnoreCase("y")
                                || answer.strip().equalsIgnoreCase("yes"));
            }

            @Override
            public String secret(String question) {
                char[] answer = console == null ? null : console.readPassword("%s", question);
                return answer == null ? "" : new String(answer);
            }
        };
    }
}
