package io.acso.edge.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Principal;
import io.acso.edge.live.Change;
import io.acso.edge.live.Changes;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever loses the connection again and again, while changes come in a burst from another thread. */
class FollowersProperties {

    private static final int BURST = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Principal SOMEBODY = Principal.person("alice");

    private final List<Consumer<Announcement>> listeners = new CopyOnWriteArrayList<>();
    private final Topic topic = listener -> {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    };

    /** @param takes how many changes each connection lives for */
    @Property(tries = 25)
    void everything_comes_once_and_in_order(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 60) Integer> takes) throws Exception {
        List<Change> all = followed(BURST + 1, takes);
        assertThat(all)
                .extracting(Change::subject)
                .containsExactlyElementsOf(
                        IntStream.range(0, BURST).mapToObj(Integer::toString).toList());
    }

    /** @param kept fewer than come at once */
    @Property(tries = 25)
    void what_is_no_longer_kept_is_told_and_nothing_else_is_missing(
            @ForAll @IntRange(min = 1, max = 50) int kept,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 60) Integer> takes)
            throws Exception {
        int next = 0;
        for (Change change : followed(kept, takes)) {
            if (change.kind().equals(Change.MISSED)) {
                assertThat(number(change)).as("at least one is gone").isGreaterThan(next);
            } else {
                assertThat(change.subject()).isEqualTo(Integer.toString(next));
            }
            next = number(change);
        }
        assertThat(next).isEqualTo(BURST);
    }

    private List<Change> followed(int kept, List<Integer> takes) throws Exception {
        List<Change> all = new ArrayList<>();
        try (Changes changes = new Changes(topic, kept, "run", InstantSource.system());
                Followers followers = new Followers(
                        changes, new GraphQlSettings(15, 1000, kept, takes.size() + 1, Duration.ofMinutes(1)))) {
            Thread burst = Thread.ofVirtual().start(this::announce);
            String cursor = "run.0";
            for (int i = 0; !cursor.equals("run." + BURST); i++) {
                List<Change> some = followers
                        .follow(SOMEBODY, cursor, Set.of())
                        .takeUntil(change -> number(change) == BURST)
                        .take(takes.get(i % takes.size()))
                        .collectList()
                        .block(PATIENCE);
                assertThat(some).isNotEmpty();
                all.addAll(some);
                cursor = some.getLast().id();
            }
            burst.join();
        }
        return all;
    }

    /** A change carries its number, of a run that begins at 1, in its id. */
    private static int number(Change change) {
        return Integer.parseInt(change.id().substring("run.".length()));
    }

    private void announce() {
        for (int i = 0; i < BURST; i++) {
            Announcement fact = new Announcement("Counted", Integer.toString(i), "c", Instant.EPOCH, "{}");
            listeners.forEach(listener -> listener.accept(fact));
        }
    }
}
