package io.acso.agent.casebook;

import io.acso.core.autonomy.Plan;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;

/**
 * How an effect would be taken back; Incident Response's answer to {@link CaseTasks#PREPARE_UNDO}.
 *
 * @param by who wants it
 * @param severity and confidence, as they held for the effect
 */
public record PreparedUndo(Plan plan, Principal by, Severity severity, int confidence) {}
