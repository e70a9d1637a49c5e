package io.acso.platform.durability.aws;

import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Announcement;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A fact as a CloudEvents 1.0 JSON document (github.com/cloudevents/spec), with the correlation id as extension. */
final class CloudEvent {

    static final String SOURCE = "io.acso";

    private CloudEvent() {}

    static String json(Announcement fact) {
        ObjectNode event = Json.object();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", SOURCE);
        event.put("type", fact.type());
        event.put("subject", fact.subject());
        event.put("time", fact.time().toString());
        event.put("correlationid", fact.correlationId());
        event.put("datacontenttype", "application/json");
        event.set("data", Json.tree(fact.body()));
        return Json.text(event);
    }
}
