package io.acso.agent.threathunter;

import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.finding.MatchedField;
import java.util.ArrayList;
import java.util.List;

/** Keeps a finding small whatever its event says: the event itself has all, and the finding names it. */
final class Bounds {

    private static final int VALUE = 2_048;
    private static final int FIELDS = 40;
    private static final int ENTITIES = 32 * 1024;

    private Bounds() {}

    static List<MatchedField> matched(List<MatchedField> all) {
        return all.stream().limit(FIELDS).map(Bounds::cut).toList();
    }

    private static MatchedField cut(MatchedField field) {
        String value = field.value();
        return value.length() <= VALUE
                ? field
                : new MatchedField(
                        field.field(),
                        value.substring(0, VALUE) + "… (" + (value.length() - VALUE) + " more characters)");
    }

    static List<EntityLink> links(List<EntityLink> all) {
        return all.stream()
                .filter(link -> link.from().value().length() <= VALUE
                        && link.to().value().length() <= VALUE)
                .toList();
    }

    /** Nothing that identifies is cut: a name longer than any ARN is no name, and left out. */
    static List<Entity> entities(List<Entity> all) {
        List<Entity> kept = new ArrayList<>();
        int size = 0;
        for (Entity entity : all) {
            int length = entity.value().length();
            if (length <= VALUE && size + length <= ENTITIES) {
                kept.add(entity);
                size += length;
            }
        }
        return kept;
    }
}
