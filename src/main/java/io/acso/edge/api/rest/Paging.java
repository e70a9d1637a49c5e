package io.acso.edge.api.rest;

import io.acso.platform.durability.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list: how many items, and where the page before ended. */
record Paging(@Nullable Integer limit, @Nullable String cursor) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** One page, its items in the API's shape; {@code next} is the cursor of the next page, absent at the end. */
    record Slice<T>(List<T> items, @Nullable String next) {}

    /** Reads one page. */
    interface Source<S> {
        Page<S> read(int limit, @Nullable String cursor);
    }

    <S, T> Slice<T> page(Source<S> source, Function<S, T> shape) {
        int size = size();
        Page<S> page;
        try {
            page = source.read(size, cursor);
        } catch (IllegalArgumentException badCursor) {
            throw Problems.badRequest(
                    "bad-cursor", "that cursor is none of ours: use the 'next' of a page, or leave it out");
        }
        return new Slice<>(page.items().stream().map(shape).toList(), page.next());
    }

    int size() {
        int size = limit == null ? USUAL : limit;
        if (size < 1 || size > MOST) {
            throw Problems.badRequest("bad-limit", "limit goes from 1 to " + MOST + ", not " + size);
        }
        return size;
    }
}
