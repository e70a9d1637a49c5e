package io.acso.edge.tuning;

import io.acso.domain.kernel.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A field of an event and a value of it, by the name that rules use. */
record Trait(String field, String value) implements Comparable<Trait> {

    private static final int MOST = 400;
    private static final int LONGEST = 200;
    private static final List<String> UNNAMED = List.of("Event.EventData.", "Event.System.", "winlog.event_data.");

    /** What counts up or is drawn anew, and says nothing of the next event. */
    private static final Pattern PASSING_FIELD = Pattern.compile(
            "(?i).*(guid|process_?id|thread_?id|logonid|time|timestamp|record_?id|request_?id|eventid|serial|pid|port"
                    + "|hash(es)?|token|md5|sha\\d+|imphash|accesskeyid|principalid|rulename)");

    private static final Pattern PASSING_VALUE = Pattern.compile(
            "\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\}?|\\d{4}-\\d\\d-\\d\\d[T ].*|\\d{9,}|0x[0-9a-fA-F]+");

    /** Whoever attacks writes these as he likes. */
    private static final Pattern FREE_TEXT = Pattern.compile(
            "(?i).*(command_?line|scriptblocktext|payload|message|useragent|queryname|details|description|cmd|"
                    + "proctitle|a\\d+|url|uri|requestparameters\\..*)");

    /** The traits that may tell this kind of event from others in the future; bounded. */
    static Set<Trait> of(byte[] json) {
        Set<Trait> traits = new HashSet<>();
        collect("", Json.MAPPER.readTree(json), traits);
        return traits;
    }

    private static void collect(String name, JsonNode node, Set<Trait> into) {
        if (into.size() >= MOST || name.contains("#")) {
            return;
        }
        if (node.isObject()) {
            node.forEachEntry((key, value) -> collect(name.isEmpty() ? key : name + "." + key, value, into));
        } else if (node.isArray()) {
            node.forEach(element -> collect(name, element, into));
        } else if (!node.isNull()) {
            Trait trait = new Trait(shortened(name), node.asString());
            if (trait.lasting()) {
                into.add(trait);
            }
        }
    }

    private static String shortened(String name) {
        for (String prefix : UNNAMED) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    private boolean lasting() {
        return !value.isBlank()
                && value.length() <= LONGEST
                && !value.equals("-")
                && value.chars().noneMatch(Character::isISOControl)
                && !field.contains("|")
                && !PASSING_FIELD.matcher(field).matches()
                && !PASSING_VALUE.matcher(value).matches();
    }

    boolean freeText() {
        return FREE_TEXT.matcher(field).matches();
    }

    @Override
    public int compareTo(Trait other) {
        int byField = field.compareTo(other.field);
        return byField == 0 ? value.compareTo(other.value) : byField;
    }
}
