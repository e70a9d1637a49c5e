package io.acso.domain.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.node.ObjectNode;

/** What became of a task. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = Outcome.NeedsApproval.class, name = "needs-approval"),
    @JsonSubTypes.Type(value = Outcome.Delegated.class, name = "delegated"),
    @JsonSubTypes.Type(value = Outcome.Uncertain.class, name = "uncertain"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
})
public sealed interface Outcome {

    /** Done, with what it produced. */
    record Completed(ObjectNode result) implements Outcome {}

    /** Nothing was done: a person must approve first. {@code request} says what exactly. */
    record NeedsApproval(ObjectNode request, String why) implements Outcome {}

    /** Handed on to another agent, whose outcome will answer instead. */
    record Delegated(AgentName to, String taskId) implements Outcome {}

    /** It may or may not have happened; a person must look. Never retried by itself. */
    record Uncertain(String why, ObjectNode result) implements Outcome {}

    /** It did not happen. {@code result} holds what did before the failure. */
    record Failed(String why, boolean retryable, ObjectNode result) implements Outcome {}
}
