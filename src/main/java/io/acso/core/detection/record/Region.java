package io.acso.core.detection.record;

/**
 * The objects of a record in which a field is looked for by its plain name: the record itself, and those in which tools
 * that turn Windows events into JSON put their fields: {@code Event.EventData}, the elements of
 * {@code Event.UserData}, {@code Event.System} (evtx tools; {@code Event} may be left out), {@code winlog.event_data}
 * and {@code winlog} (Winlogbeat). The first that has the field wins.
 */
enum Region {
    ROOT,
    EVENT,
    EVENT_DATA,
    USER_FIELDS,
    SYSTEM,
    WINLOG_DATA,
    WINLOG,
    /** Elements of {@code UserData} are searched, itself it is not. */
    USER_DATA,
    /** Named elements, {@code <Data Name="Image">}, when they are given as a list. */
    NAMED,
    NAMED_ATTRIBUTES,
    PLAIN;

    static final String ATTRIBUTES_KEY = "#attributes";
    static final String TEXT_KEY = "#text";

    /** The region of an object under a key of this one. */
    Region into(String key) {
        return switch (this) {
            case PLAIN -> PLAIN;
            case ROOT -> ofRecord(key);
            case EVENT -> ofEvent(key);
            case EVENT_DATA -> key.equals("Data") ? NAMED : PLAIN;
            case USER_DATA -> USER_FIELDS;
            case NAMED -> key.equals(ATTRIBUTES_KEY) ? NAMED_ATTRIBUTES : PLAIN;
            case WINLOG -> key.equals("event_data") ? WINLOG_DATA : PLAIN;
            default -> PLAIN;
        };
    }

    private static Region ofRecord(String key) {
        return switch (key) {
            case "Event" -> EVENT;
            case "winlog" -> WINLOG;
            default -> ofEvent(key);
        };
    }

    private static Region ofEvent(String key) {
        return switch (key) {
            case "EventData" -> EVENT_DATA;
            case "UserData" -> USER_DATA;
            case "System" -> SYSTEM;
            default -> PLAIN;
        };
    }

    /** Whether fields are looked for in it by their plain names. */
    boolean searched() {
        return compareTo(WINLOG) <= 0;
    }

    /** Where it stands in the order of the search. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the search
    int rank() {
        return ordinal();
    }
}
