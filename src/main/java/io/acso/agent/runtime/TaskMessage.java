package io.acso.agent.runtime;

import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A task as a message. */
public final class TaskMessage {

    public static final String TYPE = "io.acso.task";
    public static final int SCHEMA_VERSION = 1;

    private static final List<String> REQUIRED =
            List.of("id", "agent", "kind", "arguments", "requestedBy", "correlationId", "deadline");

    private TaskMessage() {}

    public static Message of(Task task, @Nullable String group, @Nullable String traceparent) {
        return new Message(
                task.id(),
                TYPE,
                group,
                Message.Priority.NORMAL,
                task.correlationId(),
                traceparent,
                SCHEMA_VERSION,
                Json.text(task));
    }

    /** @throws IllegalArgumentException when the message is no whole task, of a version that is known, for this agent */
    static Task read(Message message, AgentName reader) {
        if (!message.type().equals(TYPE) || message.schemaVersion() > SCHEMA_VERSION) {
            throw new IllegalArgumentException("not a task this version can read: type " + message.type()
                    + ", schema version " + message.schemaVersion());
        }
        JsonNode body = Json.tree(message.body());
        List<String> missing =
                REQUIRED.stream().filter(field -> !body.hasNonNull(field)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the task lacks " + missing);
        }
        Task task = Json.convert(body, Task.class);
        if (!task.agent().equals(reader)) {
            throw new IllegalArgumentException("the task is for " + task.agent() + ", not for " + reader);
        }
        return task;
    }
}
