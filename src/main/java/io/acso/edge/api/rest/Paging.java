package io.acso.edge.api.rest;

import io.acso.platform.durability.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;

/** The query parameters of a list: how many items, and where the page before ended. */
record Paging(@Nullable Integer limit, @Nullable String cursor) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int CHUNK = 200;
    private static final int MOST_LOOKED_AT = 2_000;

    /** One page, its items in the API's shape; {@code next} is the cursor of the next page, absent at the end. */
    record Slice<T>(List<T> items, @Nullable String next) {}

    /** Reads one page. */
    interface Source<S> {
        Page<S> read(int limit, @Nullable String cursor);
    }

    <S, T> Slice<T> page(Source<S> source, Function<S, T> shape) {
        Page<S> page = read(source, size(), cursor);
        return new Slice<>(page.items().stream().map(shape).toList(), page.next());
    }

    /**
     * One page of those that are wanted. At most {@value #MOST_LOOKED_AT} are looked at for one page, so it may hold
     * less than {@code limit}, even nothing, and {@code next} still lead on.
     */
    <S, T> Slice<T> filtered(Source<S> source, Predicate<S> wanted, Function<S, T> shape) {
        int size = size();
        List<T> found = new ArrayList<>();
        @Nullable String at = cursor;
        int looked = 0;
        // Often all are wanted, and then no more is read than is shown.
        int chunk = size;
        do {
            Page<S> page = ending(source, at, wanted, size - found.size(), chunk);
            page.items().stream().filter(wanted).map(shape).forEach(found::add);
            at = page.next();
            looked += chunk;
            chunk = CHUNK;
        } while (at != null && found.size() < size && looked < MOST_LOOKED_AT);
        return new Slice<>(found, at);
    }

    /** A page that ends where there is no more room. Its items and its cursor are of one look: nothing comes between. */
    private static <S> Page<S> ending(Source<S> source, @Nullable String at, Predicate<S> wanted, int room, int chunk) {
        Page<S> page = read(source, chunk, at);
        int ends = end(page.items(), wanted, room);
        while (ends < page.items().size()) {
            page = read(source, ends, at);
            ends = end(page.items(), wanted, room);
        }
        return page;
    }

    /** Behind the last one that still has room. */
    private static <S> int end(List<S> items, Predicate<S> wanted, int room) {
        int found = 0;
        for (int i = 0; i < items.size(); i++) {
            if (wanted.test(items.get(i)) && ++found == room) {
                return i + 1;
            }
        }
        return items.size();
    }

    private static <S> Page<S> read(Source<S> source, int limit, @Nullable String at) {
        try {
            return source.read(limit, at);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    static ErrorResponseException badCursor() {
        return Problems.badRequest(
                "bad-cursor", "that cursor is none of ours: use the 'next' of a page, or leave it out");
    }

    int size() {
        int size = limit == null ? USUAL : limit;
        if (size < 1 || size > MOST) {
            throw Problems.badRequest("bad-limit", "limit goes from 1 to " + MOST + ", not " + size);
        }
        return size;
    }
}
