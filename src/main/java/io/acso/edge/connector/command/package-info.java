/**
 * What the connectors for a playbook's commands (HTTP, SSH, shell) share: how an action's arguments are read.
 * Invariant: an inverse and a check are part of the action, so what was approved says how it is looked at and undone.
 * Must not: reach the outside, or hold a secret in anything that is shown or kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "core.autonomy"})
package io.acso.edge.connector.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
