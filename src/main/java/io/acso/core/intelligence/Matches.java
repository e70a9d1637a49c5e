package io.acso.core.intelligence;

import io.acso.core.intelligence.bulk.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What has been seen in one event so far. */
final class Matches {

    private final Store store;
    private final Supplier<Instant> at;
    private final List<IndicatorMatch> all = new ArrayList<>();
    private final Set<Indicator> seen = new HashSet<>();
    private final Consumer<Indicator> taking = this::take;
    private Supplier<String> field = () -> "";
    private String text = "";

    /** @param at asked for only when there is an indicator */
    Matches(Store store, Supplier<Instant> at) {
        this.store = store;
        this.at = at;
    }

    /** @param where asked for only when there is a match */
    void look(Supplier<String> where, String value) {
        field = where;
        text = value;
        store.find(value, taking);
    }

    private void take(Indicator indicator) {
        Instant time = at.get();
        if (indicator.validAt(time) && seen.add(indicator)) {
            all.add(new IndicatorMatch(indicator, field.get(), text, indicator.confidenceAt(time)));
        }
    }

    List<IndicatorMatch> all() {
        return List.copyOf(all);
    }
}
