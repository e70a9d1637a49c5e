package io.acso.core.detection.pipeline;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of one part of a pipeline; those that nobody asked for are refused. */
final class Parameters {

    private final String owner;
    private final Mapping mapping;
    private final Set<String> known = new HashSet<>();

    Parameters(String owner, Mapping mapping) {
        this.owner = owner;
        this.mapping = mapping;
    }

    int line() {
        return mapping.line();
    }

    Mapping mapping() {
        return mapping;
    }

    InvalidRule wrong(String message) {
        return new InvalidRule(line(), owner + ": " + message);
    }

    @Nullable
    YamlNode node(String key) {
        known.add(key);
        return mapping.get(key) instanceof Scalar nothing && nothing.kind() == Kind.NULL ? null : mapping.get(key);
    }

    @Nullable
    String text(String key) {
        return node(key) == null ? null : scalar(key).text();
    }

    String required(String key) {
        return scalar(key).text();
    }

    Scalar scalar(String key) {
        known.add(key);
        if (mapping.get(key) instanceof Scalar scalar) {
            return scalar;
        }
        throw wrong("needs '" + key + "', one value");
    }

    boolean flag(String key) {
        String text = text(key);
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw wrong("'" + key + "' takes true or false");
    }

    /** One of the choices; the first unless given. */
    String choice(String key, String... choices) {
        String text = text(key);
        if (text == null) {
            return choices[0];
        }
        if (!List.of(choices).contains(text)) {
            throw wrong("'" + key + ": " + text + "' is none of " + List.of(choices));
        }
        return text;
    }

    /** The texts of a list or a single value; empty when absent. */
    List<String> texts(String key) {
        known.add(key);
        return mapping.texts(key);
    }

    List<String> requiredTexts(String key) {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            throw wrong("needs '" + key + "', a value or a list");
        }
        return texts;
    }

    /** Each key of a map with its one value or list of values. */
    Map<String, List<String>> textsByKey(String key) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Mapping entries = requiredMap(key);
        entries.entries().keySet().forEach(name -> texts.put(name, entries.texts(name)));
        return texts;
    }

    Mapping requiredMap(String key) {
        if (node(key) instanceof Mapping map) {
            return map;
        }
        throw wrong("needs '" + key + "', a map");
    }

    /** The maps of a list; empty when absent. */
    List<Mapping> maps(String key) {
        YamlNode node = node(key);
        List<Mapping> maps = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> maps.add(map(key, item)));
        } else if (node != null) {
            throw new InvalidRule(node.line(), owner + ": '" + key + "' takes a list of maps");
        }
        return maps;
    }

    Mapping map(String key, YamlNode item) {
        if (item instanceof Mapping map) {
            return map;
        }
        throw new InvalidRule(item.line(), owner + ": each of '" + key + "' is a map");
    }

    /** @throws InvalidRule when there are parameters that were not asked for */
    void finish() {
        Set<String> unknown = new TreeSet<>(mapping.entries().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw wrong("does not take " + unknown + ": it takes " + new TreeSet<>(known));
        }
    }
}
