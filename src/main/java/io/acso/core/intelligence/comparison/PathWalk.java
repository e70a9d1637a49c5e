package io.acso.core.intelligence.comparison;

import io.acso.core.intelligence.pattern.ObjectPath.Step;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * From an object along a path. The names of STIX properties say what is in them: {@code _hex} and {@code _bin} hold
 * bytes, {@code _ref} and {@code _refs} name other objects of the observation, in whose place those stand.
 *
 * <p>Each step looks at a node once, however many ways lead to it: references that go round in circles cost no more than
 * the observation has nodes, times the steps.
 */
final class PathWalk {

    private final List<Step> steps;
    private final boolean asWritten;

    private PathWalk(List<Step> steps, boolean asWritten) {
        this.steps = steps;
        this.asWritten = asWritten;
    }

    /** To what the last property means: bytes, or the object that it refers to. */
    static PathWalk toMeaning(List<Step> steps) {
        return new PathWalk(steps, false);
    }

    /** To what is written in the last property, whether or not a reference leads anywhere. */
    static PathWalk toText(List<Step> steps) {
        return new PathWalk(steps, true);
    }

    /**
     * Whether a value at the end of the path satisfies the test.
     *
     * @throws Undecidable when a reference or bytes on the way are malformed
     */
    boolean any(JsonNode object, Surroundings in, Predicate<JsonNode> test) {
        JsonNode node = object;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Each) {
                return anyOfEach(i, node, in, test);
            }
            node = step(i, node, in);
            if (node == null) {
                return false;
            }
        }
        return test.test(node);
    }

    /** From the first {@code [*]} on there are many nodes. */
    private boolean anyOfEach(int first, JsonNode start, Surroundings in, Predicate<JsonNode> test) {
        Collection<JsonNode> nodes = List.of(start);
        for (int i = first; i < steps.size(); i++) {
            Set<JsonNode> next = Collections.newSetFromMap(new IdentityHashMap<>());
            for (JsonNode node : nodes) {
                if (steps.get(i) instanceof Step.Each) {
                    boolean references = references(i);
                    node.values().forEach(each -> add(node.isArray() ? element(each, references, in) : null, next));
                } else {
                    add(step(i, node, in), next);
                }
            }
            nodes = next;
        }
        return nodes.stream().anyMatch(test);
    }

    private @Nullable JsonNode step(int i, JsonNode node, Surroundings in) {
        return switch (steps.get(i)) {
            case Step.Key key -> property(i, node, key.name(), in);
            case Step.Index index -> node.isArray() ? element(node.get(index.number()), references(i), in) : null;
            case Step.Each _ -> throw new IllegalStateException("many nodes, not one");
        };
    }

    /** Whether the list that step i goes into is one of references. */
    private boolean references(int i) {
        return steps.get(i - 1) instanceof Step.Key key && key.name().endsWith("_refs");
    }

    private static void add(@Nullable JsonNode node, Collection<JsonNode> found) {
        if (node != null) {
            found.add(node);
        }
    }

    private @Nullable JsonNode property(int i, JsonNode node, String name, Surroundings in) {
        JsonNode value = node.isObject() ? node.get(name) : null;
        if (value == null || asWritten && i == steps.size() - 1) {
            return value;
        }
        if (name.endsWith("_ref")) {
            return referred(value, in);
        }
        if (name.endsWith("_refs") && !value.isArray()) {
            throw new Undecidable(name + " is no list of references");
        }
        if (value.isString() && (name.endsWith("_hex") || name.endsWith("_bin"))) {
            return JsonNodeFactory.instance.binaryNode(bytes(name, value.stringValue()));
        }
        return value;
    }

    private static @Nullable JsonNode element(@Nullable JsonNode value, boolean reference, Surroundings in) {
        return value == null || !reference ? value : referred(value, in);
    }

    private static @Nullable JsonNode referred(JsonNode reference, Surroundings in) {
        if (!reference.isString()) {
            throw new Undecidable("a reference is no string");
        }
        return in.object(reference.stringValue());
    }

    private static byte[] bytes(String name, String text) {
        try {
            return name.endsWith("_hex")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new Undecidable(name + " does not hold what its name says: " + Undecidable.shown(text));
        }
    }
}
