package io.acso.core.intelligence;

import io.acso.core.intelligence.bulk.Store;
import io.acso.core.intelligence.bulk.StoreBuilder;
import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * Indicators, compiled: looked up by hash and compared with what is stored, so that a match is never a guess and none
 * is lost. Immutable, and for any number of threads; made by {@link IndicatorFiles}.
 *
 * <p>A value of an event is looked up whole: an address (a port may follow), a domain, a hash, a URL and with it its
 * host, an e-mail address, or several of these with commas or semicolons between, named as in Sysmon's
 * {@code MD5=…,SHA256=…} or not. Texts of more than 4,096 characters are passed over.
 */
public final class IndicatorSet {

    public static final IndicatorSet EMPTY = new IndicatorSet(new StoreBuilder(0).build());

    private static final Supplier<String> NOWHERE = () -> "";

    private final Store store;
    private final Map<IndicatorType, Long> counts = new EnumMap<>(IndicatorType.class);

    /** For {@link IndicatorFiles}. */
    IndicatorSet(Store store) {
        this.store = store;
        for (IndicatorType type : IndicatorType.values()) {
            if (store.count(type) > 0) {
                counts.put(type, store.count(type));
            }
        }
    }

    /** All that is said of a value and held at a time. */
    public List<IndicatorMatch> lookup(String value, Instant at) {
        Matches matches = new Matches(store, () -> at);
        matches.look(NOWHERE, value);
        return matches.all();
    }

    /**
     * Looks every text in a JSON document up; an indicator that is seen in several fields is one match, in the first.
     *
     * @param at when what the document tells of happened
     * @throws JacksonException when this is not JSON
     */
    public List<IndicatorMatch> match(String json, Instant at) {
        return match(json, () -> at);
    }

    /**
     * As {@link #match(String, Instant)}.
     *
     * @param at asked for only when the document names an indicator
     */
    public List<IndicatorMatch> match(String json, Supplier<Instant> at) {
        Matches matches = new Matches(store, at);
        JsonTexts.read(json, matches);
        return matches.all();
    }

    /** Looks the texts of the raw record and the event's entities up, at the event's time. */
    public List<IndicatorMatch> match(Event event) {
        Matches matches = new Matches(store, event::time);
        JsonTexts.read(event.raw(), matches);
        for (Entity entity : event.entities()) {
            if (isObservable(entity.type())) {
                matches.look(NOWHERE, entity.value());
            }
        }
        return matches.all();
    }

    private static boolean isObservable(Entity.Type type) {
        return switch (type) {
            case ADDRESS, HOST, DOMAIN, FILE_HASH -> true;
            case PRINCIPAL, ACCESS_KEY, SESSION, RESOURCE -> false;
        };
    }

    /** How many indicators there are. */
    public long size() {
        return Arrays.stream(IndicatorType.values()).mapToLong(store::count).sum();
    }

    /** How many of each type that there is. */
    public Map<IndicatorType, Long> counts() {
        return Map.copyOf(counts);
    }

    /** The memory that the indicators take, in bytes. */
    public long bytes() {
        return store.bytes();
    }
}
