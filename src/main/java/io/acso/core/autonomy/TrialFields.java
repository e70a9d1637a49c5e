package io.acso.core.autonomy;

import io.acso.domain.kernel.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** One object of a trial's document, read field by field; whatever is wrong is named by its JSON pointer. */
final class TrialFields {

    private final JsonNode object;
    private final String pointer;

    private TrialFields(JsonNode object, String pointer, List<String> known) {
        this.object = object;
        this.pointer = pointer;
        if (!object.isObject()) {
            throw new TrialInvalid(pointer, "write an object with " + known);
        }
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw new TrialInvalid(at(name), "there is no such field; there are " + known);
            }
        }
    }

    static TrialFields of(String json, String... known) {
        try {
            return new TrialFields(Json.tree(json), "", List.of(known));
        } catch (JacksonException e) {
            throw new TrialInvalid(
                    "",
                    "not JSON: " + e.getOriginalMessage() + " at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    TrialFields object(String name, String... known) {
        return new TrialFields(present(name), at(name), List.of(known));
    }

    Optional<TrialFields> optionalObject(String name, String... known) {
        return find(name).map(found -> new TrialFields(found, at(name), List.of(known)));
    }

    String text(String name) {
        return typed(name, present(name), JsonNodeType.STRING, "a string").asString();
    }

    long number(String name, long least, long most) {
        return inRange(name, present(name), least, most);
    }

    long number(String name, long otherwise, long least, long most) {
        return find(name).map(found -> inRange(name, found, least, most)).orElse(otherwise);
    }

    boolean flag(String name) {
        return find(name)
                .map(found -> typed(name, found, JsonNodeType.BOOLEAN, "true or false")
                        .asBoolean())
                .orElse(false);
    }

    /** One of an enum's names, in any case. */
    <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        return find(name).map(found -> {
            String given = typed(name, found, JsonNodeType.STRING, "a string").asString();
            return Arrays.stream(words.getEnumConstants())
                    .filter(word -> word.name().equalsIgnoreCase(given))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, "'" + given + "' is none of " + names(words)));
        });
    }

    /** An object of strings under names of any kind, or nothing. */
    void checkTexts(String name) {
        find(name).ifPresent(texts -> {
            if (!texts.isObject() || texts.valueStream().anyMatch(text -> !text.isString())) {
                throw wrong(name, "write an object of strings");
            }
        });
    }

    TrialInvalid wrong(String name, String message) {
        return new TrialInvalid(at(name), message);
    }

    private long inRange(String name, JsonNode found, long least, long most) {
        if (!found.isIntegralNumber() || !found.canConvertToLong() || found.asLong() < least || found.asLong() > most) {
            throw wrong(name, "write a whole number from " + least + " to " + most);
        }
        return found.asLong();
    }

    private JsonNode typed(String name, JsonNode found, JsonNodeType type, String wanted) {
        if (found.getNodeType() != type) {
            throw wrong(name, "write " + wanted);
        }
        return found;
    }

    private JsonNode present(String name) {
        return find(name).orElseThrow(() -> wrong(name, "missing; add it"));
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(object.get(name));
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static <E extends Enum<E>> List<String> names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
