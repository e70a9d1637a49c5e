package io.acso.platform.durability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the items, and the cursor for the rest; null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
