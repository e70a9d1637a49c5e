package io.acso.core.playbook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An execution's history for people: a line per entry, with the steps by their names. */
public final class Story {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Story() {}

    /** @param history in its order, of an execution of this playbook */
    public static List<String> of(Playbook playbook, List<HistoryEntry> history) {
        List<String> lines = new ArrayList<>();
        if (history.isEmpty()) {
            return List.of("Nothing has happened yet.");
        }
        Instant began = history.getFirst().at();
        lines.add(DAY.format(began));
        history.forEach(entry -> lines.add("%9s  %s".formatted(since(began, entry.at()), sentence(playbook, entry))));
        return List.copyOf(lines);
    }

    private static String sentence(Playbook playbook, HistoryEntry entry) {
        Step step = playbook.steps().get(entry.stepId());
        if (step == null) {
            return upper(entry.what());
        }
        String quoted = "'" + step.basics().title() + "' ";
        String what = entry.what().startsWith(quoted) ? entry.what().substring(quoted.length()) : entry.what();
        return step.basics().title() + ": " + what;
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String since(Instant began, Instant at) {
        Duration passed = Duration.between(began, at);
        String clock = "%d:%02d:%02d".formatted(passed.toHours() % 24, passed.toMinutesPart(), passed.toSecondsPart());
        return "+" + (passed.toDays() > 0 ? passed.toDays() + "d " : "") + clock;
    }
}
