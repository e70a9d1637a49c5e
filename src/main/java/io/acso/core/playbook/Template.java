package io.acso.core.playbook;

import java.util.Set;

/**
 * A text of a playbook in which variables are replaced, and what the values must not do to it. Only a constant that the
 * document itself sets goes in as it is: any other value may come from a log or from an attacker.
 */
public record Template(String text, Form form) {

    /** What the text is part of. */
    public enum Form {
        /** An argument of its own: any value fits. */
        TEXT,
        /** A command line: a value has to be of characters that no shell gives a meaning. */
        SHELL,
        /** Part of a URL: a value is percent-encoded. */
        URL,
        /** Names a host or a port: letters, digits, dots, hyphens and colons. */
        HOST,
        /** Part of a header: no control characters. */
        HEADER,
        /** A body: in JSON a value is a string, or JSON of its own where it stands alone. */
        BODY
    }

    static Template of(String text) {
        return new Template(text, Form.TEXT);
    }

    Set<String> variables() {
        return Bindings.references(text);
    }
}
