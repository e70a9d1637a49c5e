package io.acso.core.detection;

import java.util.HashMap;
import java.util.Map;

/** The fields and criteria that the rules of a set share while it is compiled. */
final class Vocabulary {

    private final Map<String, Field> fields = new HashMap<>();
    private final Map<Criterion, Criterion> criteria = new HashMap<>();

    Field field(String name) {
        return fields.computeIfAbsent(name, absent -> new Field(fields.size(), new FieldPath(absent)));
    }

    Criterion shared(Criterion criterion) {
        return criteria.computeIfAbsent(criterion, absent -> new Criterion.Shared(criteria.size(), absent));
    }

    int fields() {
        return fields.size();
    }

    int criteria() {
        return criteria.size();
    }
}
