package io.acso.edge.api.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.agent.casebook.Casebook;
import io.acso.domain.incident.Incident;
import io.acso.edge.api.rest.IncidentsController.IncidentSummary;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Incidents filtered and in any order, among the {@value #MOST} opened last. What was read once is parsed anew only when
 * it changed, so that a console may ask often.
 */
@Component
final class IncidentSearch {

    private static final int MOST = 20_000;
    private static final int CHUNK = 1_000;
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS").withZone(ZoneOffset.UTC);

    private static final Map<String, Function<IncidentSummary, String>> SORTS = new TreeMap<>(Map.of(
            "opened", incident -> sortable(incident.opened()),
            "updated", incident -> sortable(incident.updated()),
            "severity", incident -> Integer.toString(incident.severity().ordinal()),
            "priority", incident -> Integer.toString(incident.priority().ordinal()),
            "status", incident -> Integer.toString(incident.status().ordinal()),
            "title", incident -> incident.title().toLowerCase(Locale.ROOT),
            "findings", incident -> "%09d".formatted(incident.findings())));

    private record Parsed(long version, Incident incident) {}

    private final Casebook casebook;
    private final Cache<Key, Parsed> parsed =
            Caffeine.newBuilder().maximumSize(MOST).build();

    IncidentSearch(Casebook casebook) {
        this.casebook = casebook;
    }

    Paging.Slice<IncidentSummary> find(IncidentFilter filter, Paging paging) {
        if (filter.isEverythingAsOpened()) {
            return paging.page(casebook::incidents, IncidentSummary::from);
        }
        List<IncidentSummary> shown =
                all().stream().filter(filter::shows).map(IncidentSummary::from).toList();
        return order(filter.order()).page(shown, paging);
    }

    /** The incidents opened last, the newest first. */
    List<Incident> all() {
        List<Incident> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Item> page = casebook.incidentRecords(CHUNK, cursor);
            page.items().forEach(item -> all.add(incident(item)));
            cursor = page.next();
        } while (cursor != null && all.size() < MOST);
        return all;
    }

    private Incident incident(Item item) {
        Parsed known = parsed.getIfPresent(item.key());
        if (known == null || known.version() != item.version()) {
            known = new Parsed(item.version(), item.as(Incident.class));
            parsed.put(item.key(), known);
        }
        return known.incident();
    }

    private static Keyset<IncidentSummary> order(String sort) {
        boolean descending = sort.startsWith("-");
        Function<IncidentSummary, String> key = SORTS.get(descending ? sort.substring(1) : sort);
        if (key == null) {
            throw Problems.badRequest(
                    "bad-sort", "sort is one of " + SORTS.keySet() + ", with - before it for the greatest first");
        }
        return new Keyset<>(key, IncidentSummary::id, descending);
    }

    private static String sortable(Instant time) {
        return SORTABLE.format(time);
    }
}
