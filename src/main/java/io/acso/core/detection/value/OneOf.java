package io.acso.core.detection.value;

import io.acso.core.detection.value.TextTests.Equal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The value is one of many texts: one look in a hash table instead of a comparison each. */
public record OneOf(Set<String> texts, Fold fold) implements ValueTest {

    private static final int WORTH_IT = 4;

    /** Alternatives, with those that are whole texts joined. */
    public static List<ValueTest> grouped(List<ValueTest> alternatives) {
        List<ValueTest> grouped = alternatives;
        for (Fold fold : Fold.values()) {
            grouped = grouped(grouped, fold);
        }
        return List.copyOf(grouped);
    }

    private static List<ValueTest> grouped(List<ValueTest> alternatives, Fold fold) {
        Set<String> texts = alternatives.stream()
                .filter(test -> test instanceof Equal equal && equal.fold() == fold)
                .map(test -> ((Equal) test).text())
                .collect(Collectors.toUnmodifiableSet());
        if (texts.size() < WORTH_IT) {
            return alternatives;
        }
        List<ValueTest> grouped = new ArrayList<>(alternatives);
        grouped.removeIf(test -> test instanceof Equal equal && equal.fold() == fold);
        grouped.addFirst(new OneOf(texts, fold));
        return grouped;
    }

    @Override
    public boolean test(Value value) {
        return texts.contains(value.text(fold));
    }

    @Override
    public List<Needle> needles() {
        return texts.stream()
                .map(text -> new Needle(text, Needle.Place.WHOLE, fold, true))
                .toList();
    }
}
