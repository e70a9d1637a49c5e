package io.acso.edge.api.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list that is at hand whole, in an order of its own. A cursor names the last item by what it was sorted by,
 * so a page goes on at its place whatever has come or gone meanwhile.
 *
 * @param key what an item is sorted by, as text that sorts so
 * @param id breaks ties
 */
record Keyset<T>(Function<T, String> key, Function<T, String> id, boolean descending) {

    private record Place(String key, String id) {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::key).thenComparing(Place::id);

        static Place parse(String cursor) {
            String text;
            try {
                text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw Paging.badCursor();
            }
            int middle = text.lastIndexOf('\n');
            if (middle < 0) {
                throw Paging.badCursor();
            }
            return new Place(text.substring(0, middle), text.substring(middle + 1));
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((key + "\n" + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The items after the cursor, and the cursor for the rest. */
    Paging.Slice<T> page(List<T> all, Paging paging) {
        int size = paging.size();
        Comparator<Place> order = descending ? Place.ORDER.reversed() : Place.ORDER;
        @Nullable Place after = paging.cursor() == null ? null : Place.parse(paging.cursor());
        List<T> sorted = all.stream()
                .filter(item -> after == null || order.compare(place(item), after) > 0)
                .sorted(Comparator.comparing(this::place, order))
                .limit(size + 1L)
                .toList();
        return sorted.size() <= size
                ? new Paging.Slice<>(sorted, null)
                : new Paging.Slice<>(
                        sorted.subList(0, size), place(sorted.get(size - 1)).toString());
    }

    private Place place(T item) {
        return new Place(key.apply(item), id.apply(item));
    }
}
