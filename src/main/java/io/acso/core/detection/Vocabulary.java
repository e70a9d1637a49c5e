package io.acso.core.detection;

import java.util.HashMap;
import java.util.Map;

/** The fields and criteria that the rules of a set share while it is read. */
final class Vocabulary {

    private final Map<String, Field> fields = new HashMap<>();
    private final Map<Criterion, Criterion> criteria = new HashMap<>();

    Field field(String name) {
        return fields.computeIfAbsent(name, absent -> new Field(fields.size(), absent));
    }

    /** The one that all rules use that ask the same. */
    Criterion shared(Criterion criterion) {
        return criteria.computeIfAbsent(criterion, absent -> absent);
    }

    int fields() {
        return fields.size();
    }
}
