package io.acso.core.detection.record;

import io.acso.core.detection.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * Which fields are to be read out of records. A field's name is taken as written, upper and lower case included. A dot
 * may be part of a key or lead into an object, and every reading that the record has counts; a list stands for each of
 * its elements; an object is its compact JSON, or its {@code #text}. The fields of Windows events are also found where
 * {@link Region} says, and what is found in the first of those places wins.
 *
 * <p>Immutable; one plan serves any number of threads.
 */
public final class FieldPlan {

    /** A name with more dots is a single key. */
    private static final int MOST_STEPS = 32;

    private final int fields;
    private final boolean everything;
    private final PlanNode root = new PlanNode();
    private final PlanNode attributes = new PlanNode();

    /**
     * @param wanted names, and where {@link FieldValues} has their values
     * @param fields one more than the greatest of those indexes
     * @param everything whether all values are wanted too, for keywords
     */
    public FieldPlan(Map<String, Integer> wanted, int fields, boolean everything) {
        this.fields = fields;
        this.everything = everything;
        Map<String, PlanNode> nodes = new HashMap<>(Map.of("", root));
        Map<String, PlanNode> attributeNodes = new HashMap<>(Map.of("", attributes));
        wanted.forEach((name, index) -> {
            add(name, index, nodes);
            addAttribute(name, index, attributeNodes);
        });
    }

    private static void add(String name, int index, Map<String, PlanNode> nodes) {
        String[] steps = name.split("\\.", -1);
        if (steps.length > MOST_STEPS) {
            steps = new String[] {name};
        }
        for (int from = 0; from < steps.length; from++) {
            for (int to = from + 1; to <= steps.length; to++) {
                node(nodes, steps, from)
                        .add(String.join(".", List.of(steps).subList(from, to)), node(nodes, steps, to));
            }
        }
        node(nodes, steps, steps.length).field(index);
    }

    /** {@code Provider_Name} is the attribute Name of the element Provider in System. */
    private static void addAttribute(String name, int index, Map<String, PlanNode> nodes) {
        int underscore = name.indexOf('_');
        if (underscore > 0) {
            String[] steps = {name.substring(0, underscore), Region.ATTRIBUTES_KEY, name.substring(underscore + 1)};
            for (int i = 0; i < steps.length; i++) {
                node(nodes, steps, i).add(steps[i], node(nodes, steps, i + 1));
            }
            node(nodes, steps, steps.length).field(index);
        }
    }

    /** The place that the first steps lead to, however they are divided into keys. */
    private static PlanNode node(Map<String, PlanNode> nodes, String[] steps, int count) {
        String path =
                count == 0 ? "" : '.' + String.join(".", Arrays.asList(steps).subList(0, count));
        return nodes.computeIfAbsent(path, absent -> new PlanNode());
    }

    /** @throws JacksonException when the bytes are not one JSON value in UTF-8, or nested too deeply */
    public FieldValues read(byte[] json) {
        FieldValues values = new FieldValues(fields);
        new RecordWalk(this, json, values).walk();
        return values;
    }

    PlanNode root() {
        return root;
    }

    PlanNode attributes() {
        return attributes;
    }

    boolean everything() {
        return everything;
    }

    /** The values under one field's name; empty where the record has none or only null. */
    public static List<String> values(byte[] json, String name) {
        return new FieldPlan(Map.of(name, 0), 1, false)
                .read(json).field(0).values().stream()
                        .filter(value -> !value.isNull())
                        .map(Value::text)
                        .toList();
    }
}
