package io.acso.core.playbook;

import java.util.List;

/**
 * An action of a playbook of which nothing is planned with what the playbook was given.
 *
 * @param name of its step, for people
 * @param kind of the action
 * @param lacks bare names of the inputs that were not given or are empty; empty when no input would change it
 * @param why nothing is planned, in words
 */
public record UnplannedStep(String stepId, String name, String kind, List<String> lacks, String why) {

    public UnplannedStep {
        lacks = List.copyOf(lacks);
    }

    /** What to give, as the end of a sentence. */
    static String given(List<String> lacks) {
        return lacks.isEmpty() ? "" : ": " + String.join(", ", lacks) + (lacks.size() == 1 ? " is" : " are") + " empty";
    }
}
