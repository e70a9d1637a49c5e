package io.acso.domain.event;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds one OCSF document. What is null or empty is left out; the attributes that every class requires
 * cannot be forgotten.
 */
public final class OcsfDocument {

    private final ObjectNode root = Json.object();
    private final ObjectNode metadata = Json.object();

    private OcsfDocument(OcsfClass kind, int activity, Severity severity, Instant time) {
        root.put("category_uid", kind.category());
        root.put("class_uid", kind.uid());
        root.put("activity_id", activity);
        root.put("type_uid", kind.type(activity));
        root.put("severity_id", severity.ocsfId());
        root.put("time", time.toEpochMilli());
        metadata.put("version", Ocsf.VERSION);
        root.set("metadata", metadata);
    }

    public static OcsfDocument of(OcsfClass kind, int activity, Severity severity, Instant time) {
        return new OcsfDocument(kind, activity, severity, time);
    }

    /** The product that made the record. */
    public OcsfDocument product(String vendor, String name, @Nullable String version) {
        ObjectNode product = Json.object().put("name", name).put("vendor_name", vendor);
        put(product, "version", version);
        metadata.set("product", product);
        return this;
    }

    /** The event's or finding's id, and the time as the source wrote it. */
    public OcsfDocument identified(String uid, @Nullable String originalTime) {
        metadata.put("uid", uid);
        put(metadata, "original_time", originalTime);
        return this;
    }

    /** A profile whose attributes the document uses, such as {@code cloud} or {@code host}. */
    public OcsfDocument profile(String name) {
        metadata.withArray("profiles").add(name);
        return this;
    }

    public OcsfDocument metadata(String field, @Nullable String value) {
        put(metadata, field, value);
        return this;
    }

    public OcsfDocument status(int id, @Nullable String code, @Nullable String detail) {
        root.put("status_id", id);
        return set("status_code", code).set("status_detail", detail);
    }

    public OcsfDocument set(String field, @Nullable String value) {
        put(root, field, value);
        return this;
    }

    public OcsfDocument set(String field, long value) {
        root.put(field, value);
        return this;
    }

    public OcsfDocument set(String field, boolean value) {
        root.put(field, value);
        return this;
    }

    /** Sets an object or array unless it is null or empty. */
    public OcsfDocument set(String field, @Nullable JsonNode value) {
        put(root, field, value);
        return this;
    }

    public OcsfDocument observables(List<Entity> entities) {
        if (!entities.isEmpty()) {
            Ocsf.observe(root.putArray("observables"), entities);
        }
        return this;
    }

    public ObjectNode build() {
        return root;
    }

    public String json() {
        return Json.text(root);
    }

    /** Sets the field unless the value is null. */
    public static void put(ObjectNode object, String field, @Nullable String value) {
        if (value != null) {
            object.put(field, value);
        }
    }

    /** Sets the field unless the value is null. */
    public static void put(ObjectNode object, String field, @Nullable Long value) {
        if (value != null) {
            object.put(field, value);
        }
    }

    /** Sets the field unless the value is null, missing or an empty object or array. */
    public static void put(ObjectNode object, String field, @Nullable JsonNode value) {
        if (value != null && !value.isMissingNode() && !value.isNull() && !(value.isContainer() && value.isEmpty())) {
            object.set(field, value);
        }
    }
}
