/**
 * The REST API under {@code /api/v1}: thin controllers over the records of cases, queues and the ledger.
 * Invariant: every request has a principal; a POST that acts can be repeated with its Idempotency-Key.
 * Must not: decide what becomes of a case; it checks what is asked and sends the supervisor a task. What is a person's
 * alone to move, it moves: the kill switch, the quarantine, dead letters, keys.
 */
@NullMarked
@ApplicationModule
package io.acso.edge.api.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
