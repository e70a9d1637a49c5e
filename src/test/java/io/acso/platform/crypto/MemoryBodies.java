package io.acso.platform.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A store of bodies by name. */
final class MemoryBodies implements Rewritable {

    final Map<String, byte[]> bodies = new ConcurrentSkipListMap<>();
    private final String store;

    MemoryBodies(String store) {
        this.store = store;
    }

    Place place(String name) {
        return Place.of(store, name);
    }

    @Override
    public String store() {
        return store;
    }

    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        List<String> names = new ArrayList<>(bodies.keySet().stream()
                .filter(name -> after == null || name.compareTo(after) > 0)
                .limit(most)
                .toList());
        for (String name : names) {
            bodies.put(name, rewriter.rewrite(bodies.get(name), place(name)));
        }
        return names.size() < most ? null : names.getLast();
    }
}
