package io.acso.platform.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records. Writes go through a {@link Commit}. Reads by key see every commit that has returned. */
public interface RecordStore {

    Optional<Item> get(Key key);

    Page<Item> query(Query query);

    /** Every item of the query, page after page, {@code most} at the most. */
    default List<Item> all(Query query, int most) {
        List<Item> items = new ArrayList<>();
        @Nullable String cursor = query.cursor();
        do {
            Page<Item> page = query(
                    query.limit(Math.min(query.limit(), most - items.size())).after(cursor));
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && items.size() < most);
        return items;
    }
}
