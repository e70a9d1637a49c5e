package io.acso.core.intelligence.binding;

import java.util.List;

/** What is needed of the occurrences, without repetitions: a tree over slots. */
sealed interface Need {

    /** As many occurrences as the slot demands. */
    record Slot(int id) implements Need {}

    /** Everything, by occurrences of its own. */
    record All(List<Need> parts) implements Need {}

    /** One of them. */
    record Any(int id, List<Need> parts) implements Need {}

    /** The left part at or before some moment, the right one at or after it. */
    record Ordered(int id, Need left, Need right) implements Need {}

    /** All within so many microseconds from some moment on. */
    record Within(int id, long micros, Need part) implements Need {}
}
