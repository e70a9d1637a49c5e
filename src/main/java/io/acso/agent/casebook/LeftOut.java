package io.acso.agent.casebook;

/**
 * An action that a playbook would have taken and its plan does without, so that nobody approves it unseen; written by
 * Incident Response.
 *
 * @param why it could not even be dry-run, and what to mend
 */
public record LeftOut(String stepId, String kind, String target, String why) {}
