package io.acso.agent.runtime;

import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A task as a message. */
public final class TaskMessage {

    public static final String TYPE = "io.acso.task";

    /** How the body of a task has changed; an upgrade goes here. */
    private static final Shape<Task> SHAPE = Shape.first(Task.class);

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
                SHAPE.version(),
                Json.text(task));
    }

    /**
     * @throws IllegalArgumentException when the message is no whole task for this agent
     * @throws io.acso.platform.durability.UnknownShape when a newer version sent it
     */
    static Task read(Message message, AgentName reader) {
        if (!message.type().equals(TYPE)) {
            throw new IllegalArgumentException("not a task but a " + message.type());
        }
        JsonNode body = SHAPE.tree(message);
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
