package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Page;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Pages of a list that is filtered by reading it, the newest first, while more comes at its head. */
class PagingProperties {

    private final List<Integer> newestFirst = new ArrayList<>();

    @Property(tries = 200)
    void what_was_there_is_seen_once(
            @ForAll @IntRange(max = 600) int there,
            @ForAll @IntRange(min = 1, max = 5) int everyHowMany,
            @ForAll @IntRange(min = 1, max = 50) int limit,
            @ForAll @IntRange(max = 3) int comesWithEachLook) {
        newestFirst.clear();
        come(there);
        List<Integer> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Paging.Slice<Integer> slice = new Paging(limit, cursor)
                    .filtered(
                            (most, after) -> {
                                Page<Integer> page = look(most, after);
                                come(comesWithEachLook);
                                return page;
                            },
                            number -> number % everyHowMany == 0,
                            number -> number);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(slice.items());
            cursor = slice.next();
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> Integer.compare(other, one));
        assertThat(seen.stream().filter(number -> number < there)).hasSize((there + everyHowMany - 1) / everyHowMany);
    }

    @Property(tries = 50)
    void where_all_are_wanted_no_more_is_read_than_is_shown(
            @ForAll @IntRange(max = 300) int there, @ForAll @IntRange(min = 1, max = 200) int limit) {
        newestFirst.clear();
        come(there);
        List<Integer> read = new ArrayList<>();
        Paging.Slice<Integer> slice = new Paging(limit, null)
                .filtered(
                        (most, after) -> {
                            Page<Integer> page = look(most, after);
                            read.addAll(page.items());
                            return page;
                        },
                        number -> true,
                        number -> number);
        assertThat(slice.items()).hasSize(Math.min(there, limit));
        assertThat(read).isEqualTo(slice.items());
    }

    private void come(int count) {
        for (int i = 0; i < count; i++) {
            newestFirst.addFirst(newestFirst.size());
        }
    }

    private Page<Integer> look(int most, @Nullable String after) {
        List<Integer> rest = newestFirst.stream()
                .filter(number -> after == null || number < Integer.parseInt(after))
                .toList();
        List<Integer> items = rest.subList(0, Math.min(most, rest.size()));
        return new Page<>(items, rest.size() > items.size() ? Integer.toString(items.getLast()) : null);
    }
}
