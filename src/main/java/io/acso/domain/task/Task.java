package io.acso.domain.task;

import io.acso.domain.kernel.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Work addressed to one agent.
 *
 * @param id names the work: a task delivered twice is done once
 * @param kind what is asked, in the imperative: {@code contain}, {@code preserve-evidence}
 * @param correlationId the incident or request that this work belongs to
 * @param replyTo whose queue gets the outcome; null when nobody waits
 * @param replyKey what the asker needs to place the outcome, such as {@code execution/step/attempt}
 * @param deadline after this instant the asker no longer waits
 */
public record Task(
        String id,
        AgentName agent,
        String kind,
        ObjectNode arguments,
        Principal requestedBy,
        String correlationId,
        @Nullable AgentName replyTo,
        @Nullable String replyKey,
        Instant deadline) {}
