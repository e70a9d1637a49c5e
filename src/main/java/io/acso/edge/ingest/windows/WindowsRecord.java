package io.acso.edge.ingest.windows;

import io.acso.edge.ingest.Fields;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Windows event, whatever shipper wrote it: its system part and its data.
 *
 * @param id the EventID
 * @param computer the host's name
 * @param recordId the channel's own number of it; null when the shipper left it out
 * @param time as written
 * @param data the fields of EventData or UserData, by name
 */
record WindowsRecord(
        String channel,
        String provider,
        int id,
        String computer,
        @Nullable String recordId,
        @Nullable String time,
        JsonNode data) {

    /** The keys that name channel, provider and id in any of the shapes, and the kind of a change to the registry. */
    static final Set<String> TELLING = Set.of(
            "#attributes",
            "#text",
            "@Name",
            "Channel",
            "Event",
            "EventData",
            "EventID",
            "EventType",
            "Name",
            "Provider",
            "ProviderName",
            "Provider_Name",
            "SourceName",
            "System",
            "UserData",
            "channel",
            "code",
            "event",
            "event_data",
            "event_id",
            "provider_name",
            "winlog");

    private static final String UNKNOWN = "unknown";

    /** Reads any of the shapes; null when it is none of them. */
    static @Nullable WindowsRecord of(ObjectNode tree) {
        if (tree.path("Event").path("System").isObject()) {
            return rendered(tree.path("Event"));
        }
        if (tree.path("winlog").isObject()) {
            return beat(tree);
        }
        return flat(tree);
    }

    boolean sysmon() {
        return provider.equals("Microsoft-Windows-Sysmon") || channel.startsWith("Microsoft-Windows-Sysmon/");
    }

    /** Whether it has all that {@link WindowsLogSource} looks at. */
    boolean tellsItsLogSource() {
        boolean named = !channel.equals(UNKNOWN) && !provider.equals(UNKNOWN);
        return named && (!sysmon() || id != WindowsLogSource.REGISTRY_OBJECT || value("EventType") != null);
    }

    boolean security() {
        return channel.equals("Security");
    }

    @Nullable
    String value(String field) {
        String value = Fields.text(data, field);
        return "-".equals(value) ? null : value;
    }

    /** The event's XML turned to JSON, as evtx_dump does: attributes in {@code #attributes}. */
    private static @Nullable WindowsRecord rendered(JsonNode event) {
        JsonNode system = event.path("System");
        JsonNode id = system.path("EventID");
        return make(
                Fields.text(system, "Channel"),
                attribute(system.path("Provider"), "Name"),
                id.isObject() ? Fields.text(id, "#text") : Fields.text(id),
                Fields.text(system, "Computer"),
                Fields.text(system, "EventRecordID"),
                attribute(system.path("TimeCreated"), "SystemTime"),
                event.path("EventData").isObject() ? event.path("EventData") : userData(event));
    }

    /** Elastic's Winlogbeat. */
    private static @Nullable WindowsRecord beat(ObjectNode tree) {
        JsonNode winlog = tree.path("winlog");
        String id = Fields.text(winlog, "event_id");
        return make(
                Fields.text(winlog, "channel"),
                Fields.text(winlog, "provider_name"),
                id != null ? id : Fields.text(tree, "event", "code"),
                Fields.text(winlog, "computer_name"),
                Fields.text(winlog, "record_id"),
                Fields.text(tree, "@timestamp"),
                winlog.path("event_data"));
    }

    /** All fields side by side, as NXLog writes them. */
    private static @Nullable WindowsRecord flat(ObjectNode tree) {
        String provider = Fields.text(tree, "SourceName");
        String computer = Fields.text(tree, "Hostname");
        String record = Fields.text(tree, "RecordNumber");
        return make(
                Fields.text(tree, "Channel"),
                provider != null ? provider : first(tree, "Provider_Name", "ProviderName", "Provider"),
                Fields.text(tree, "EventID"),
                computer != null ? computer : first(tree, "Computer", "ComputerName"),
                record != null ? record : first(tree, "EventRecordID", "RecordID"),
                first(tree, "EventTime", "TimeCreated", "SystemTime", "UtcTime", "@timestamp"),
                tree.path("EventData").isObject() ? tree.path("EventData") : tree);
    }

    private static @Nullable WindowsRecord make(
            @Nullable String channel,
            @Nullable String provider,
            @Nullable String id,
            @Nullable String computer,
            @Nullable String recordId,
            @Nullable String time,
            JsonNode data) {
        Long number = Fields.number(id);
        if (number == null || number < 0 || number > 0xffff || (channel == null && provider == null)) {
            return null;
        }
        return new WindowsRecord(
                channel == null ? UNKNOWN : channel,
                provider == null ? UNKNOWN : provider,
                number.intValue(),
                computer == null ? UNKNOWN : computer,
                recordId,
                time,
                data);
    }

    private static @Nullable String attribute(JsonNode element, String name) {
        String attribute = Fields.text(element, "#attributes", name);
        if (attribute != null) {
            return attribute;
        }
        String plain = Fields.text(element, name);
        return plain != null ? plain : Fields.text(element, "@" + name);
    }

    private static JsonNode userData(JsonNode event) {
        for (JsonNode inner : event.path("UserData")) {
            if (inner.isObject()) {
                return inner;
            }
        }
        return event.path("UserData");
    }

    private static @Nullable String first(JsonNode tree, String... names) {
        for (String name : names) {
            String value = Fields.text(tree, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
