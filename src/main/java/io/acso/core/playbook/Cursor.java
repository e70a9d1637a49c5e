package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A place in a document that is being read; what does not fit is noted with its pointer and reading goes on. */
record Cursor(JsonNode node, String pointer, List<Problem> problems) {

    Cursor at(String name) {
        return new Cursor(
                node.path(name), pointer + "/" + name.replace("~", "~0").replace("/", "~1"), problems);
    }

    boolean present() {
        return !node.isMissingNode();
    }

    void problem(String message) {
        problems.add(new Problem(pointer, message));
    }

    /** The text, or an empty one and a problem. */
    String text() {
        if (node.isString()) {
            return node.stringValue();
        }
        problem(present() ? "must be a text, not " + kind() : "is missing: add this text");
        return "";
    }

    String text(Pattern shape, String cure) {
        String text = text();
        if (node.isString() && !shape.matcher(text).matches()) {
            problem("'" + text + "' is not well formed: " + cure);
        }
        return text;
    }

    @Nullable
    String optionalText() {
        return present() ? text() : null;
    }

    String textOr(String absent) {
        return present() ? text() : absent;
    }

    boolean flag() {
        if (present() && !node.isBoolean()) {
            problem("must be true or false, not " + kind());
        }
        return node.isBoolean() && node.booleanValue();
    }

    /** A whole number within the bounds, or {@code absent}. */
    long number(long least, long most, long absent) {
        if (!present()) {
            return absent;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            problem("must be a whole number, not " + kind());
            return absent;
        }
        long number = node.longValue();
        if (number < least || number > most) {
            problem(number + " is out of bounds: must be from " + least + " to " + most);
            return absent;
        }
        return number;
    }

    List<String> texts() {
        return items().stream().map(Cursor::text).toList();
    }

    /** The elements; none when absent, a problem when it is no array or an empty one. */
    List<Cursor> items() {
        if (!present()) {
            return List.of();
        }
        if (!node.isArray() || node.isEmpty()) {
            problem("must be a list with at least one element" + (node.isArray() ? "" : ", not " + kind()));
            return List.of();
        }
        List<Cursor> items = new ArrayList<>();
        node.values().forEach(child -> items.add(new Cursor(child, pointer + "/" + items.size(), problems)));
        return items;
    }

    /** The properties of an object; none when absent. */
    Map<String, Cursor> fields() {
        Map<String, Cursor> fields = new LinkedHashMap<>();
        if (present() && object()) {
            node.propertyNames().forEach(name -> fields.put(name, at(name)));
        }
        return fields;
    }

    boolean object() {
        if (!node.isObject()) {
            problem(present() ? "must be an object, not " + kind() : "is missing: add this object");
        }
        return node.isObject();
    }

    ObjectNode objectOr(ObjectNode absent) {
        return present() && object() ? (ObjectNode) node : absent;
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NUMBER -> "the number " + node;
            case OBJECT -> "an object";
            case STRING -> "a text";
            default -> "this";
        };
    }
}
