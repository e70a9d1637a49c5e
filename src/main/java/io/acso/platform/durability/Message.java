package io.acso.platform.durability;

import org.jspecify.annotations.Nullable;

/**
 * Something sent to a queue: a CloudEvents 1.0 envelope.
 *
 * @param id unique for what it says; a second message with the same id in one queue, while the first is
 *     waiting or remembered by the inbox, is the same message
 * @param type what it is, such as {@code io.acso.task}
 * @param group messages of one group are delivered in order, one at a time; null for no order
 * @param correlationId the incident or request it belongs to
 * @param traceparent W3C trace context of the sender
 * @param schemaVersion of the body's shape
 * @param body JSON text
 */
public record Message(
        String id,
        String type,
        @Nullable String group,
        Priority priority,
        String correlationId,
        @Nullable String traceparent,
        int schemaVersion,
        String body) {

    /** Urgent messages of a queue are received before the others. */
    public enum Priority {
        URGENT,
        NORMAL
    }
}
