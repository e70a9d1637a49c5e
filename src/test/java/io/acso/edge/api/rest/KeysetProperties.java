package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** Whoever pages through a list sees what was there all the time once, whatever comes and goes in between. */
class KeysetProperties {

    private record Row(String key, String id) {
        static Row of(int number) {
            // A few share a key: ids break the tie.
            return new Row("%04d".formatted(number / 3), Integer.toString(number));
        }
    }

    @Property(tries = 300)
    void what_stays_is_seen_once_and_in_order(
            @ForAll @UniqueElements @Size(max = 60) List<@IntRange(max = 500) Integer> staying,
            @ForAll @UniqueElements @Size(max = 60) List<@IntRange(min = 501, max = 999) Integer> coming,
            @ForAll @IntRange(min = 1, max = 9) int limit,
            @ForAll boolean descending) {
        Keyset<Row> keyset = new Keyset<>(Row::key, Row::id, descending);
        List<Row> rows = new ArrayList<>(staying.stream().map(Row::of).toList());
        List<Row> seen = new ArrayList<>();
        @Nullable String cursor = null;
        int page = 0;
        do {
            Paging.Slice<Row> slice = keyset.page(rows, new Paging(limit, cursor));
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(slice.items());
            cursor = slice.next();
            comeAndGo(rows, coming, page++);
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).containsAll(staying.stream().map(Row::of).toList());
        Function<Row, String> sorted = row -> row.key() + "\n" + row.id();
        List<String> order = seen.stream().map(sorted).toList();
        List<String> right = order.stream().sorted().toList();
        assertThat(order).isEqualTo(descending ? right.reversed() : right);
    }

    /** One more each time, at a place that may be before or behind the page. */
    private static void comeAndGo(List<Row> rows, List<Integer> coming, int page) {
        if (page < coming.size()) {
            Row row = Row.of(coming.get(page) % 2 == 0 ? coming.get(page) : coming.get(page) - 501);
            Set<Row> there = new HashSet<>(rows);
            if (!there.contains(row)) {
                rows.add(page % 2 == 0 ? 0 : rows.size(), row);
            }
        }
    }
}
