package io.acso.core.detection.oracle;

import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of events that repeat a value of the rules, changed a little. An event is made before its rules are known: it
 * holds marks, {@code mark which,how}, that give way to values as soon as they are.
 */
final class Echo {

    private static final String MARK = "\ue000";
    private static final int CHANGES = 24;

    private final List<String> values = new ArrayList<>();

    Echo(List<Map<String, Object>> detections) {
        detections.forEach(this::collect);
        values.add("");
    }

    static Arbitrary<String> marks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, CHANGES - 1))
                .as((which, how) -> MARK + which + "," + how);
    }

    private void collect(Object part) {
        switch (part) {
            case Map<?, ?> map -> map.values().forEach(this::collect);
            case List<?> list -> list.forEach(this::collect);
            case String text -> values.add(text);
            case null, default -> {}
        }
    }

    /** The event with values in the place of its marks. */
    String fill(String event) {
        return event.contains(MARK) ? filled(Json.tree(event)).toString() : event;
    }

    private JsonNode filled(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode filled = Json.object();
                object.forEachEntry((key, value) -> filled.set(key, filled(value)));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = Json.MAPPER.createArrayNode();
                array.forEach(value -> filled.add(filled(value)));
                yield filled;
            }
            default ->
                node.isString() && node.asString().startsWith(MARK)
                        ? Json.object().stringNode(echo(node.asString().substring(1)))
                        : node;
        };
    }

    private String echo(String mark) {
        String[] parts = mark.split(",");
        String value = values.get(Integer.parseInt(parts[0]) % values.size());
        return changed(value, Integer.parseInt(parts[1]));
    }

    private static String changed(String value, int how) {
        String plain = value.replace("\\*", "\ue001")
                .replace("\\?", "\ue002")
                .replace("*", how % 2 == 0 ? "" : "xy")
                .replace("?", how % 3 == 0 ? "\ud83d\ude00" : "z")
                .replace('\ue001', '*')
                .replace('\ue002', '?')
                .replace("\\\\", "\\");
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        return switch (how) {
            case 0, 1, 2 -> plain;
            case 3 -> value;
            case 4 -> "x" + plain;
            case 5 -> plain + "x";
            case 6 -> "abab" + plain + "-b";
            case 7 -> plain.toUpperCase(Locale.ROOT);
            case 8 -> plain.toLowerCase(Locale.ROOT);
            case 9 -> plain.isEmpty() ? "" : plain.substring(0, plain.offsetByCodePoints(plain.length(), -1));
            case 10 -> plain.isEmpty() ? "" : plain.substring(plain.offsetByCodePoints(0, 1));
            case 11 -> plain.replace('-', '/').replace('\u2013', '-');
            case 12 -> plain.replace('/', '\u2015').replace('-', '\u2014');
            case 13 -> plain.replace('s', '\u017f').replace('k', '\u212a').replace('i', '\u0131');
            case 14 -> plain.replace('I', '\u0130').replace('K', '\u212a').replace('S', '\u017f');
            case 15 -> "0123456789".repeat(30) + plain;
            case 16 -> plain + "\ud83d\ude00".repeat(70);
            case 17 -> plain + plain;
            case 18 -> {
                int middle = plain.offsetByCodePoints(0, plain.codePointCount(0, plain.length()) / 2);
                yield plain.substring(0, middle) + "a" + plain.substring(middle);
            }
            case 19 -> Base64.getEncoder().encodeToString(bytes);
            case 20 -> Base64.getEncoder().encodeToString(("x" + plain + "yz").getBytes(StandardCharsets.UTF_8));
            case 21 -> Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_16LE));
            case 22 -> "-e " + Base64.getEncoder().encodeToString(("a" + plain).getBytes(StandardCharsets.UTF_16LE));
            default -> new String(plain.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        };
    }
}
