package io.acso.core.playbook;

/**
 * What is wrong with a playbook, and what to do about it.
 *
 * @param pointer JSON pointer (RFC 6901) to the place; empty for the whole document
 */
public record Problem(String pointer, String message) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "/" : pointer) + ": " + message;
    }
}
