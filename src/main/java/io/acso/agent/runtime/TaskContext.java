package io.acso.agent.runtime;

import io.acso.platform.durability.Message;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;

/** Continues the trace that the sender of a task was in. */
final class TaskContext extends ReceiverContext<Message> {

    TaskContext(Message message) {
        super(
                (carrier, key) -> "traceparent".equals(key) && carrier != null ? carrier.traceparent() : null,
                Kind.CONSUMER);
        setCarrier(message);
    }
}
