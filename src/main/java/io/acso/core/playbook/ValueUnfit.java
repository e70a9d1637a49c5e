package io.acso.core.playbook;

/** A variable's value that must not stand where the playbook puts it, or is not of its type; ends the step. */
final class ValueUnfit extends RuntimeException {

    ValueUnfit(String message) {
        super(message, null, false, false);
    }
}
