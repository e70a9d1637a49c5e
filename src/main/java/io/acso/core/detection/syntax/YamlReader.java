package io.acso.core.detection.syntax;

import io.acso.core.detection.syntax.YamlNode.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 (core schema), keeping lines. Nodes are counted as often as aliases repeat them, so a small file
 * cannot unfold into a large one.
 */
public final class YamlReader {

    private static final int MAX_CHARACTERS = 4 << 20;
    private static final int MAX_NODES = 500_000;
    private static final int MAX_DEPTH = 50;

    private int nodes;

    private YamlReader() {}

    /** @throws InvalidRule when the text is not YAML, or too large or deep */
    public static List<YamlNode> documents(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(MAX_CHARACTERS)
                // in one piece: the parser stumbles over a character of two code units at the end of a buffer
                .setBufferSize(text.length() + 2)
                .build();
        try {
            YamlReader reader = new YamlReader();
            List<YamlNode> documents = new ArrayList<>();
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                documents.add(reader.read(node, 0));
            }
            return documents;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new InvalidRule(line, "not YAML: " + e.getProblem() + "; check indentation, quotes and colons here");
        } catch (YamlEngineException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new InvalidRule(0, "not YAML: " + e.getMessage() + "; check for characters that are not text");
        } catch (StackOverflowError e) {
            throw new InvalidRule(0, "nested too deeply: brackets are left open, or the file is no rule");
        }
    }

    private YamlNode read(Node node, int depth) {
        int line = line(node);
        if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
            throw new InvalidRule(line, "too large or too deeply nested: split the file");
        }
        return switch (node) {
            case ScalarNode scalar -> new YamlNode.Scalar(line, kind(scalar.getTag()), scalar.getValue());
            case SequenceNode sequence ->
                new YamlNode.Sequence(
                        line,
                        sequence.getValue().stream()
                                .map(item -> read(item, depth + 1))
                                .toList());
            case MappingNode mapping -> readMapping(mapping, line, depth);
            default -> throw new InvalidRule(line, "an anchor refers to itself: write the value out");
        };
    }

    private YamlNode readMapping(MappingNode mapping, int line, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new InvalidRule(line(tuple.getKeyNode()), "a key must be plain text");
            }
            if (entries.putIfAbsent(key.getValue(), read(tuple.getValueNode(), depth + 1)) != null) {
                throw new InvalidRule(
                        line(key), "'" + key.getValue() + "' stands here twice: join the values in one list");
            }
        }
        return new YamlNode.Mapping(line, entries);
    }

    private static Kind kind(Tag tag) {
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Kind.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Kind.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? Kind.NULL : Kind.TEXT;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0);
    }
}
