package io.acso.core.autonomy;

import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What actions of one kind have done lately: by the minute for an hour, by the second for a minute, so that it stays
 * small however much that is. A minute counts until all of it is an hour ago.
 *
 * @param minutes by minutes since 1970
 * @param seconds actions by seconds since 1970
 */
record Recent(Map<Long, Minute> minutes, Map<Long, Long> seconds) {

    static final Shape<Recent> SHAPE = Shape.first(Recent.class)
            .then(tree -> Json.objectOf(Json.convert(tree, Times.class).recent()));

    static final Recent NOTHING = new Recent(Map.of(), Map.of());

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long MINUTE = 60;

    /** @param touched things by fleet */
    record Minute(long actions, Map<String, Long> touched) {
        Minute {
            touched = Map.copyOf(touched);
        }
    }

    /** Version 1 kept times in milliseconds. */
    private record Times(List<Long> times) {

        Recent recent() {
            Recent recent = NOTHING;
            for (long time : times) {
                recent = recent.changed(Instant.ofEpochMilli(time), 1, "", 0);
            }
            return recent;
        }
    }

    long inLastHour(Instant now) {
        return minutes.entrySet().stream()
                .filter(minute -> counts(minute.getKey(), now))
                .mapToLong(minute -> minute.getValue().actions())
                .sum();
    }

    long touchedInLastHour(Instant now, String fleet) {
        return minutes.entrySet().stream()
                .filter(minute -> counts(minute.getKey(), now))
                .mapToLong(minute -> minute.getValue().touched().getOrDefault(fleet, 0L))
                .sum();
    }

    long inLastMinute(Instant now) {
        return seconds.entrySet().stream()
                .filter(second -> second.getKey() > now.getEpochSecond() - MINUTE)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** So many actions more, or less, at that time. */
    Recent changed(Instant at, long actions, String fleet, long things) {
        long second = at.getEpochSecond();
        Map<Long, Minute> byMinute = new TreeMap<>(minutes);
        byMinute.compute(second / MINUTE, (same, before) -> {
            Map<String, Long> touched = new HashMap<>(before == null ? Map.of() : before.touched());
            if (things != 0) {
                touched.merge(fleet, things, (had, more) -> Math.max(0, had + more));
            }
            return new Minute(Math.max(0, (before == null ? 0 : before.actions()) + actions), touched);
        });
        Map<Long, Long> bySecond = new TreeMap<>(seconds);
        bySecond.merge(second, Math.max(0, actions), (had, more) -> Math.max(0, had + actions));
        return new Recent(byMinute, bySecond);
    }

    /** Without what counts no more. */
    Recent since(Instant now) {
        Map<Long, Minute> byMinute = new TreeMap<>(minutes);
        byMinute.keySet().removeIf(minute -> !counts(minute, now));
        Map<Long, Long> bySecond = new TreeMap<>(seconds);
        bySecond.keySet().removeIf(second -> second <= now.getEpochSecond() - MINUTE);
        return new Recent(byMinute, bySecond);
    }

    private static boolean counts(long minute, Instant now) {
        return (minute + 1) * MINUTE > now.getEpochSecond() - HOUR;
    }
}
