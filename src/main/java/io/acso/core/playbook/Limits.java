package io.acso.core.playbook;

import java.util.Map;

/** What keeps an execution's state well below the 350 KB that one record may have, and its history bounded. */
final class Limits {

    /** Steps entered over the whole execution, those of loops each time. */
    static final int ENTERED = 20_000;

    /** History entries of one transition; a loop without work in it could otherwise write thousands at once. */
    static final int ENTRIES = 40;

    /** Effects that one execution remembers to undo. */
    static final int EFFECTS = 500;

    /** Characters that all variables hold together. */
    static final int CHARACTERS = 64_000;

    private static final int WHY = 60_000;
    private static final int FEW_STEPS = 200;

    private Limits() {}

    /** The more steps a playbook has, the less each can say of why it ended; the history has it in full. */
    static String why(Playbook playbook, String text) {
        return cut(text, WHY / Math.max(FEW_STEPS, playbook.steps().size()));
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static int size(Map<String, Value> variables) {
        return variables.values().stream().mapToInt(Value::size).sum();
    }
}
