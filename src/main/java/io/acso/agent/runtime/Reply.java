package io.acso.agent.runtime;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Instant;

/**
 * An outcome on its way back, sent to the asker as a task of kind {@link #KIND}.
 *
 * @param taskId the task it answers
 * @param key what the asker gave to place it
 */
public record Reply(String taskId, String kind, AgentName by, String key, Outcome outcome) {

    public static final String KIND = "take-outcome";

    static Task task(Task answered, AgentName to, Outcome outcome, Instant deadline) {
        String key = answered.replyKey() == null ? "" : answered.replyKey();
        Reply reply = new Reply(answered.id(), answered.kind(), answered.agent(), key, outcome);
        return new Task(
                Digest.id("rpl", answered.id()),
                to,
                KIND,
                Json.objectOf(reply),
                answered.agent().principal(),
                answered.correlationId(),
                null,
                null,
                deadline);
    }
}
