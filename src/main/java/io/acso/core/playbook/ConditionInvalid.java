package io.acso.core.playbook;

/** A condition that cannot be read; the message names the character, counted from 1, and the cure. */
public final class ConditionInvalid extends RuntimeException {

    ConditionInvalid(int position, String message) {
        super("at character " + (position + 1) + ": " + message);
    }
}
