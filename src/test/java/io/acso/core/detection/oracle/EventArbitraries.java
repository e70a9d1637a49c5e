package io.acso.core.detection.oracle;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON text with {@link Echo}'s marks, with the fields that rules ask for, nested, listed, dotted, and in the shapes of Windows. */
final class EventArbitraries {

    private static final List<String> KEYS =
            List.of("a", "b", "c", "a.b", "b.c", "A", "EventID", "Provider_Name", "#text", "d");
    private static final int DEEP = 3;

    /** Keeps the order of keys, as events come in any. */
    private static final JsonMapper JSON = new JsonMapper();

    private EventArbitraries() {}

    static Arbitrary<String> events() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, object(DEEP).map(fields -> (Object) fields)),
                        Tuple.of(3, windows().map(fields -> (Object) fields)),
                        Tuple.of(1, object(DEEP).list().ofMaxSize(3).map(list -> (Object) list)),
                        Tuple.of(1, scalar()))
                .map(JSON::writeValueAsString);
    }

    private static Arbitrary<Map<String, Object>> object(int depth) {
        return Combinators.combine(Arbitraries.of(KEYS), value(depth))
                .as(Map::entry)
                .list()
                .ofMaxSize(depth == DEEP ? 6 : 3)
                .map(EventArbitraries::map);
    }

    private static Map<String, Object> map(List<Map.Entry<String, Object>> entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue() == NOTHING ? null : entry.getValue()));
        return map;
    }

    /** A null that maps can carry until they are whole. */
    private static final Object NOTHING = List.of("nothing");

    private static Arbitrary<Object> value(int depth) {
        if (depth == 0) {
            return scalar();
        }
        return Arbitraries.frequencyOf(
                Tuple.of(7, scalar()),
                Tuple.of(1, Arbitraries.just(NOTHING)),
                Tuple.of(2, Arbitraries.lazy(() -> object(depth - 1)).map(object -> object)),
                Tuple.of(
                        2,
                        Arbitraries.lazy(() -> value(depth - 1))
                                .list()
                                .ofMaxSize(3)
                                .map(list -> list.stream()
                                        .filter(element -> element != NOTHING)
                                        .toList())));
    }

    private static Arbitrary<Object> scalar() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Echo.marks().map(mark -> mark)),
                Tuple.of(5, Words.said().map(text -> text)),
                Tuple.of(2, Words.spelled().map(text -> text)),
                Tuple.of(2, Arbitraries.of(Words.NUMBERS).map(BigDecimal::new)),
                Tuple.of(1, Arbitraries.of(true, false).map(flag -> flag)));
    }

    /** The places where tools put the fields of a Windows event. */
    private static Arbitrary<Map<String, Object>> windows() {
        Arbitrary<Map<String, Object>> fields = object(1);
        Arbitrary<Map<String, Object>> data = Arbitraries.oneOf(fields, fields.map(EventArbitraries::named));
        Arbitrary<Map<String, Object>> event = Combinators.combine(fields, data, fields)
                .as((own, eventData, system) -> {
                    Map<String, Object> record = new LinkedHashMap<>(own);
                    record.put("EventData", eventData);
                    Map<String, Object> head = new LinkedHashMap<>(system);
                    head.put("Provider", Map.of("#attributes", Map.of("Name", "cmd")));
                    record.put("System", head);
                    return record;
                });
        return Arbitraries.oneOf(
                event,
                event.map(record -> Map.of("Event", record)),
                fields.map(user -> Map.of("Event", Map.of("UserData", Map.of("X", user)))),
                Combinators.combine(fields, fields).as((inner, outer) -> {
                    Map<String, Object> winlog = new LinkedHashMap<>(outer);
                    winlog.put("event_data", inner);
                    return Map.of("winlog", winlog);
                }));
    }

    private static Map<String, Object> named(Map<String, Object> fields) {
        return Map.of(
                "Data",
                fields.entrySet().stream()
                        .map(field -> Map.of(
                                "#attributes",
                                Map.of("Name", field.getKey()),
                                "#text",
                                String.valueOf(field.getValue())))
                        .toList());
    }
}
