package io.acso.platform.crypto;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Brings what is stored under the newest data key, while it is in use, and forgets keys that nothing needs. */
public final class Reencryption {

    private static final int AT_ONCE = 200;

    private final Keyring keys;
    private final List<Rewritable> stores;
    private final InstantSource clock;
    private final KeysetStore keyset;

    /** @param stores all that the keyring encrypts: what is missing here is not asked before a key is forgotten */
    public Reencryption(Keyring keys, KeysetStore keyset, List<Rewritable> stores, InstantSource clock) {
        this.keys = keys;
        this.keyset = keyset;
        this.stores = List.copyOf(stores);
        this.clock = clock;
    }

    /**
     * What one pass over all stores did.
     *
     * @param seen bodies looked at
     * @param renewed bodies that were clear, or under an older key
     * @param unreadable bodies that are damaged; they stay as they are
     * @param complete false when it was told to stop
     */
    public record Pass(long seen, long renewed, long unreadable, boolean complete) {}

    /** The stores in which clear text is refused. */
    public List<String> sealedStores() {
        return stores.stream()
                .map(Rewritable::store)
                .filter(keys::refusesClearText)
                .toList();
    }

    /** A store that holds no clear text, as a new one does, refuses it from now on. */
    public void sealEncryptedStores() {
        for (Rewritable store : stores) {
            if (!keys.refusesClearText(store.store()) && !hasClearText(store)) {
                keys.seal(store.store());
            }
        }
    }

    private static boolean hasClearText(Rewritable store) {
        AtomicBoolean found = new AtomicBoolean();
        walk(
                store,
                (stored, place) -> {
                    if (Envelope.of(stored).isEmpty()) {
                        found.set(true);
                    }
                    return stored;
                },
                () -> !found.get());
        return found.get();
    }

    /** Encrypts every body anew that is not under the newest key. A store that was gone through refuses clear text. */
    public Pass renew(BooleanSupplier goOn) {
        Renewing renewing = new Renewing();
        boolean complete = true;
        for (Rewritable store : stores) {
            if (walk(store, renewing, goOn)) {
                keys.seal(store.store());
            } else {
                complete = false;
            }
        }
        return new Pass(renewing.seen.get(), renewing.renewed.get(), renewing.unreadable.get(), complete);
    }

    /**
     * Forgets a data key for good.
     *
     * @throws KeyInUse when it encrypts, was superseded only just now, or a body still needs it
     */
    public void retire(String id) {
        KeyInfo key = keys.keys().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new KeyInUse("there is no data key " + id + ": see acso keys status"));
        Instant superseded = key.superseded();
        if (superseded == null) {
            throw new KeyInUse("data key " + id + " encrypts: rotate first");
        }
        Instant settled = superseded.plus(keyset.lag());
        if (clock.instant().isBefore(settled)) {
            throw new KeyInUse(
                    "data key %s may still encrypt in another process until %s: try then".formatted(id, settled));
        }
        Map<String, Long> uses = uses(id);
        if (!uses.isEmpty()) {
            throw new KeyInUse(
                    "data key %s is needed by bodies of %s: run acso keys reencrypt first".formatted(id, uses));
        }
        keys.forget(id);
    }

    /** How many bodies of each store need the key; stores that need it not are left out. */
    private Map<String, Long> uses(String id) {
        Map<String, Long> uses = new TreeMap<>();
        for (Rewritable store : stores) {
            Counting counting = new Counting(id);
            walk(store, counting, () -> true);
            if (counting.uses.get() > 0) {
                uses.put(store.store(), counting.uses.get());
            }
        }
        return uses;
    }

    private static boolean walk(Rewritable store, Rewritable.Rewriter rewriter, BooleanSupplier goOn) {
        @Nullable String after = null;
        do {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            after = store.rewrite(after, AT_ONCE, rewriter);
        } while (after != null);
        return true;
    }

    private final class Renewing implements Rewritable.Rewriter {
        private final AtomicLong seen = new AtomicLong();
        private final AtomicLong renewed = new AtomicLong();
        private final AtomicLong unreadable = new AtomicLong();

        @Override
        public byte[] rewrite(byte[] stored, Place place) {
            seen.incrementAndGet();
            try {
                byte[] under = keys.renew(stored, place);
                if (under != stored) {
                    renewed.incrementAndGet();
                }
                return under;
            } catch (UnreadableBody e) {
                unreadable.incrementAndGet();
                return stored;
            }
        }
    }

    /** What the key cannot open any more does not need it. */
    private final class Counting implements Rewritable.Rewriter {
        private final String id;
        private final AtomicLong uses = new AtomicLong();

        Counting(String id) {
            this.id = id;
        }

        @Override
        public byte[] rewrite(byte[] stored, Place place) {
            if (Envelope.of(stored)
                            .filter(envelope -> envelope.key().equals(id))
                            .isPresent()
                    && opens(stored, place)) {
                uses.incrementAndGet();
            }
            return stored;
        }

        private boolean opens(byte[] stored, Place place) {
            try {
                keys.decrypt(stored, place);
                return true;
            } catch (UnreadableBody e) {
                return false;
            }
        }
    }
}
