package io.acso.edge.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A reader sees each change once and in order, or is told that it missed some. */
class ChangesProperties {

    private static final int KEPT = 8;

    private final List<Consumer<Announcement>> listeners = new ArrayList<>();
    private final Topic topic = listener -> {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    };
    private final Changes changes =
            new Changes(topic, KEPT, "run", InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    private int announced;

    /** Steps above zero announce so many, zero reads one, below zero the connection is lost. */
    @Property(tries = 300)
    void whatever_happens_in_between(@ForAll @Size(max = 60) List<@IntRange(min = -1, max = 6) Integer> steps) {
        Changes.Reader reader = changes.reader(null, Set.of());
        String cursor = null;
        int next = announced;
        for (int step : steps) {
            announce(Math.max(0, step));
            if (step < 0 && cursor != null) {
                reader = changes.reader(cursor, Set.of());
            }
            Change change = step == 0 ? reader.next() : null;
            if (change == null) {
                continue;
            }
            if (change.kind().equals(Change.MISSED)) {
                assertThat(announced - next).as("only when some are gone").isGreaterThan(KEPT);
                next = announced;
            } else {
                assertThat(change.subject()).isEqualTo(Integer.toString(next));
                next++;
            }
            cursor = change.id();
        }
    }

    @Example
    void kinds_that_are_not_wanted_are_passed_over() {
        Changes.Reader reader = changes.reader(null, Set.of("Other"));
        announce(3);
        assertThat(reader.next()).isNull();
        listeners.forEach(listener -> listener.accept(new Announcement("Other", "x", "c", Instant.EPOCH, "{}")));
        assertThat(reader.next()).extracting(Change::kind).isEqualTo("Other");
    }

    @Example
    void a_cursor_that_is_none_of_this_run_has_missed_some_and_goes_on() {
        announce(2);
        for (String cursor : List.of("", "nonsense", "run.-3", "run.99999999999999999999", "run.3", "other.1")) {
            Changes.Reader reader = changes.reader(cursor, Set.of());
            Change missed = reader.next();
            assertThat(missed).as(cursor).extracting(Change::kind).isEqualTo(Change.MISSED);
            assertThat(reader.next()).isNull();
            assertThat(changes.reader(missed.id(), Set.of()).next()).isNull();
        }
    }

    @Example
    void after_closing_nothing_is_kept() {
        changes.close();
        assertThat(listeners).isEmpty();
    }

    private void announce(int count) {
        for (int i = 0; i < count; i++) {
            Announcement fact = new Announcement("Counted", Integer.toString(announced++), "c", Instant.EPOCH, "{}");
            listeners.forEach(listener -> listener.accept(fact));
        }
    }
}
