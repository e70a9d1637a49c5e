package io.acso.platform.durability.aws;

import io.acso.platform.durability.Announcement;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** Puts facts on an EventBridge bus: source {@code io.acso}, the fact's type as detail type, a CloudEvent as detail. */
final class EventBridgeBus implements Outlet {

    private final EventBridgeClient events;
    private final String bus;

    EventBridgeBus(EventBridgeClient events, String bus) {
        this.events = events;
        this.bus = bus;
    }

    @Override
    public void tell(Announcement fact) {
        List<PutEventsRequestEntry> entries = List.of(PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(CloudEvent.SOURCE)
                .detailType(fact.type())
                .time(fact.time())
                .detail(CloudEvent.json(fact))
                .build());
        PutEventsResponse response = events.putEvents(request -> request.entries(entries));
        if (response.failedEntryCount() > 0) {
            // The call succeeds although an entry did not.
            throw new IllegalStateException(response.entries().stream()
                    .map(entry -> entry.errorCode() + " " + entry.errorMessage())
                    .collect(Collectors.joining("; ")));
        }
    }
}
