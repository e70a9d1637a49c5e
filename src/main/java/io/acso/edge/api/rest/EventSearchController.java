package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.QueryRefused;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The events of the past, as the lake keeps them. */
@RestController
@RequestMapping("/api/v1/events")
final class EventSearchController {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Lake lake;

    EventSearchController(Lake lake) {
        this.lake = lake;
    }

    /** Those that fit, the newest first. */
    @GetMapping
    @Permitted("event.read")
    Paging.Slice<EventSummary> search(@Valid EventFilter filter, Paging paging) {
        int size = paging.size();
        Lake.Result found = run(filter.sql(size + 1, paging.cursor()), size + 1);
        List<EventSummary> events =
                found.rows().stream().map(EventSummary::from).toList();
        if (events.size() <= size) {
            return new Paging.Slice<>(events, null);
        }
        EventSummary last = events.get(size - 1);
        return new Paging.Slice<>(events.subList(0, size), EventFilter.cursor(last.time(), last.id()));
    }

    /** One event whole: as it came and in OCSF. */
    @GetMapping("/{id}")
    @Permitted("event.read")
    EventBody show(@PathVariable String id) {
        return run(EventFilter.one(id), 1).rows().stream()
                .findFirst()
                .map(EventBody::from)
                .orElseThrow(() -> Problems.notFound("event", id, "/events"));
    }

    private Lake.Result run(String sql, int rows) {
        try {
            return lake.query(sql, new Lake.Limits(PATIENCE, rows));
        } catch (QueryRefused tooMuch) {
            throw Problems.badRequest(
                    "search-refused", tooMuch.getMessage() + "; a shorter time between 'from' and 'to' helps");
        }
    }

    record EventSummary(
            String id,
            Instant time,
            Instant arrived,
            int classUid,
            String format,
            String source,
            String operation,
            int severityId,
            List<String> actors,
            List<String> entities) {

        static EventSummary from(List<@Nullable Object> row) {
            return new EventSummary(
                    text(row, 0),
                    (Instant) value(row, 1),
                    (Instant) value(row, 2),
                    ((Number) value(row, 3)).intValue(),
                    text(row, 4),
                    text(row, 5),
                    text(row, 6),
                    ((Number) value(row, 7)).intValue(),
                    texts(row, 8),
                    texts(row, 9));
        }
    }

    record EventBody(EventSummary event, JsonNode raw, JsonNode ocsf) {
        static EventBody from(List<@Nullable Object> row) {
            return new EventBody(EventSummary.from(row), json(text(row, 10)), json(text(row, 11)));
        }
    }

    /** A record that is not JSON, such as a line of syslog, is shown as text. */
    private static JsonNode json(String text) {
        try {
            return Json.tree(text);
        } catch (JacksonException e) {
            return Json.MAPPER.valueToTree(text);
        }
    }

    private static Object value(List<@Nullable Object> row, int column) {
        return Objects.requireNonNull(row.get(column));
    }

    private static String text(List<@Nullable Object> row, int column) {
        return value(row, column).toString();
    }

    private static List<String> texts(List<@Nullable Object> row, int column) {
        return ((List<?>) value(row, column)).stream().map(String::valueOf).toList();
    }
}
