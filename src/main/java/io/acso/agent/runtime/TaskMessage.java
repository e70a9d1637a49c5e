package io.acso.agent.runtime;

import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task as a message. */
public final class TaskMessage {

    public static final String TYPE = "io.acso.task";

    /** How the body of a task has changed; an upgrade goes here. */
    private static final Shape<Task> SHAPE = Shape.first(Task.class);

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
        Task task = SHAPE.read(message);
        List<String> missing = missing(task);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the task lacks " + missing);
        }
        if (!task.agent().equals(reader)) {
            throw new IllegalArgumentException("the task is for " + task.agent() + ", not for " + reader);
        }
        return task;
    }

    /** What was not written reads as null, whatever the types say. */
    @SuppressWarnings("NullAway")
    private static List<String> missing(Task task) {
        Map<String, @Nullable Object> required = new LinkedHashMap<>();
        required.put("id", task.id());
        required.put("agent", task.agent());
        required.put("kind", task.kind());
        required.put("arguments", task.arguments());
        required.put("requestedBy", task.requestedBy());
        required.put("correlationId", task.correlationId());
        required.put("deadline", task.deadline());
        return required.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
