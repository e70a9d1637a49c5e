package io.acso.edge.api.rest;

import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events are searched for.
 *
 * @param from of this event time or later
 * @param to of an earlier event time
 * @param q text that the raw record contains, in any case
 * @param source where it came from, such as {@code aws:cloudtrail}
 * @param format the format it came in
 * @param operation what was done, such as {@code RunInstances}
 * @param actor who did it: an entity's key, {@code type|scope|value}, or its value alone
 * @param entity who or what it is about, written as {@code actor} is
 * @param classUid the OCSF class
 */
record EventFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Size(max = 200) @Nullable String q,
        @Nullable String source,
        @Nullable String format,
        @Nullable String operation,
        @Nullable String actor,
        @Nullable String entity,
        @Nullable Integer classUid) {

    private static final String COLUMNS =
            "event_id, time, arrived, class_uid, format, source, operation, severity_id," + " actor_keys, entity_keys";
    private static final int LONGEST = 1_000;
    /** Time and id of the last event. */
    private static final Pattern CURSOR = Pattern.compile("(\\S+) ([ -~]{1,200})");

    /** One SELECT over the lake's table. */
    String sql(int rows, @Nullable String cursor) {
        List<String> where = new ArrayList<>();
        if (from != null) {
            where.add("time >= " + time(from));
        }
        if (to != null) {
            where.add("time < " + time(to));
        }
        if (classUid != null) {
            where.add("class_uid = " + classUid);
        }
        if (q != null) {
            where.add("contains(lower(raw), " + text(q.toLowerCase(Locale.ROOT)) + ")");
        }
        equal("source", source, where);
        equal("format", format, where);
        equal("operation", operation, where);
        among("actor_keys", actor, where);
        among("entity_keys", entity, where);
        if (cursor != null) {
            where.add(after(cursor));
        }
        return "SELECT " + COLUMNS + " FROM events"
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where))
                + " ORDER BY time DESC, event_id DESC LIMIT " + rows;
    }

    static String one(String id) {
        return "SELECT " + COLUMNS + ", raw, ocsf FROM events WHERE event_id = " + text(id) + " LIMIT 1";
    }

    static String cursor(Instant time, String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    private static String after(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            Matcher parts = CURSOR.matcher(text);
            if (!parts.matches()) {
                throw Paging.badCursor();
            }
            return "(time, event_id) < (" + time(Instant.parse(parts.group(1))) + ", " + text(parts.group(2)) + ")";
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Paging.badCursor();
        }
    }

    private static void equal(String column, @Nullable String value, List<String> where) {
        if (value != null) {
            where.add(column + " = " + text(value));
        }
    }

    private static void among(String column, @Nullable String entity, List<String> where) {
        if (entity == null) {
            return;
        }
        where.add(
                entity.contains("|")
                        ? "list_contains(" + column + ", " + text(entity) + ")"
                        : "len(list_filter(" + column + ", lambda k: suffix(k, " + text("|" + entity) + "))) > 0");
    }

    private static String time(Instant time) {
        return "TIMESTAMP " + text(time.toString().replace("T", " ").replace("Z", ""));
    }

    /** As a literal of SQL, in which a quote is written twice and nothing else has a meaning. */
    private static String text(String value) {
        if (value.length() > LONGEST || value.chars().anyMatch(c -> c == 0)) {
            throw Problems.badRequest("bad-filter", "a filter has " + LONGEST + " characters at the most, and no NUL");
        }
        return "'" + value.replace("'", "''") + "'";
    }
}
