package io.acso.agent;

import io.acso.domain.kernel.Json;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Message;
import org.jspecify.annotations.Nullable;

/** A task as a message. */
public final class TaskMessage {

    public static final String TYPE = "io.acso.task";
    public static final int SCHEMA_VERSION = 1;

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

    /** @throws IllegalArgumentException when the message is no task of a version that is known */
    static Task read(Message message) {
        if (!message.type().equals(TYPE) || message.schemaVersion() > SCHEMA_VERSION) {
            throw new IllegalArgumentException("not a task this version can read: type " + message.type()
                    + ", schema version " + message.schemaVersion());
        }
        return Json.read(message.body(), Task.class);
    }
}
