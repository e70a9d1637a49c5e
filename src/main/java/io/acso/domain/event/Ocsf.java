package io.acso.domain.event;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is common to all OCSF documents of this system: the version and numbers that the schema fixes. */
public final class Ocsf {

    /** The version of the schema that every document is written in. */
    public static final String VERSION = "1.8.0";

    /** {@code status_id} of activities. */
    public static final int SUCCESS = 1;

    /** {@code status_id} of activities. */
    public static final int FAILURE = 2;

    /** {@code activity_id} and others: something that the schema has no number for. */
    public static final int OTHER = 99;

    private Ocsf() {}

    /** Appends each entity as an observable. */
    public static void observe(ArrayNode observables, List<Entity> entities) {
        for (Entity entity : entities) {
            ObjectNode observable = observables.addObject();
            observable.put("type_id", typeOf(entity.type()));
            observable.put("type", entity.type().name());
            observable.put("value", entity.value());
        }
    }

    private static int typeOf(Entity.Type type) {
        return switch (type) {
            case HOST, DOMAIN -> 1;
            case ADDRESS -> 2;
            case FILE_HASH -> 8;
            case RESOURCE -> 10;
            case ACCESS_KEY -> 19;
            case PRINCIPAL -> 31;
            case SESSION -> OTHER;
        };
    }
}
