package io.acso.platform.durability.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read or written lately, absence included, in bounded memory. All writes come by here before anybody
 * hears that they are durable, so what is here is never older than what a commit that has returned has written.
 */
final class HotRecords {

    private static final long MOST_BYTES = 16 << 20;
    private static final int OVERHEAD_BYTES = 200;
    private static final int STRIPES = 256;

    /** Writes under some of the keys: a read that one of them has overtaken is not kept. */
    private static final class Stripe {
        private long writes;
    }

    private final Cache<Key, Optional<Item>> hot = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Optional<Item> item) -> weight(key, item))
            .executor(Runnable::run)
            .build();

    private final Stripe[] stripes = new Stripe[STRIPES];

    HotRecords() {
        Arrays.setAll(stripes, number -> new Stripe());
    }

    Optional<Item> get(Key key, Supplier<Optional<Item>> read) {
        Optional<Item> known = hot.getIfPresent(key);
        return known == null ? keep(key, read) : known;
    }

    private Optional<Item> keep(Key key, Supplier<Optional<Item>> read) {
        Stripe stripe = stripe(key);
        long before;
        synchronized (stripe) {
            before = stripe.writes;
        }
        Optional<Item> found = read.get();
        synchronized (stripe) {
            if (stripe.writes == before && found.map(Item::expires).isEmpty()) {
                hot.put(key, found);
            }
        }
        return found;
    }

    /** The record as it is from now on; null when it is deleted. One that expires is not kept: time deletes it. */
    void written(Key key, @Nullable Item now) {
        Stripe stripe = stripe(key);
        synchronized (stripe) {
            stripe.writes++;
            if (now != null && now.expires() != null) {
                hot.invalidate(key);
            } else {
                hot.put(key, Optional.ofNullable(now));
            }
        }
    }

    /** It is read from the file again: what is known of it is out of date. */
    void forget(Key key) {
        Stripe stripe = stripe(key);
        synchronized (stripe) {
            stripe.writes++;
            hot.invalidate(key);
        }
    }

    private Stripe stripe(Key key) {
        int hash = key.hashCode();
        return stripes[(hash ^ hash >>> 16) & STRIPES - 1];
    }

    private static int weight(Key key, Optional<Item> item) {
        int body = item.map(found -> found.body().length).orElse(0);
        return OVERHEAD_BYTES + key.partition().length() + key.sort().length() + body;
    }
}
