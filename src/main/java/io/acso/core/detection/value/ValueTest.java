package io.acso.core.detection.value;

import java.util.List;

/** A question about one value. Tests that ask the same are equal, so that their answers can be shared. */
public interface ValueTest {

    /** @param value not null in the sense of {@link Value#isNull} */
    boolean test(Value value);

    /** The answer where the field is absent or JSON null. */
    default boolean testNothing() {
        return false;
    }

    /** Texts, one of which every value has that passes; empty when there are no such texts. */
    default List<Needle> needles() {
        return List.of();
    }
}
