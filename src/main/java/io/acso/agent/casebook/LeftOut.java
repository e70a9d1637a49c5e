package io.acso.agent.casebook;

import io.acso.agent.casebook.ActionResult.Came;

/**
 * An action that a playbook would have taken and its plan does without, so that nobody approves it unseen; written by
 * Incident Response.
 *
 * @param came what it comes to for that
 * @param why it could not even be dry-run, and what to mend
 */
public record LeftOut(String stepId, String kind, String target, Came came, String why) {}
