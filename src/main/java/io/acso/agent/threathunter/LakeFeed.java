package io.acso.agent.threathunter;

import io.acso.domain.event.Event;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.lake.Lake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings events from the journal into the lake. A checkpoint is kept only for what is published. */
final class LakeFeed implements JournalReader.Consumer {

    private static final int PUBLISH_AFTER = 50_000;
    private static final Duration PUBLISH_EVERY = Duration.ofSeconds(30);

    private final Lake lake;
    private final Durability durability;
    private final InstantSource clock;
    private @Nullable Item pending;
    private int unpublished;
    private Instant published;

    LakeFeed(Lake lake, Durability durability, InstantSource clock) {
        this.lake = lake;
        this.durability = durability;
        this.clock = clock;
        this.published = clock.instant();
    }

    @Override
    public void take(List<Event> events, Item checkpoint) {
        lake.append(events);
        pending = checkpoint;
        unpublished += events.size();
        publishWhenDue();
    }

    @Override
    public void idle() {
        publishWhenDue();
    }

    private void publishWhenDue() {
        Item checkpoint = pending;
        Instant now = clock.instant();
        boolean due =
                unpublished >= PUBLISH_AFTER || published.plus(PUBLISH_EVERY).isBefore(now);
        if (checkpoint == null || !due) {
            return;
        }
        lake.flush();
        durability.commit(new Commit(List.of(JournalReader.keep(checkpoint))));
        pending = null;
        unpublished = 0;
        published = now;
    }
}
