package io.acso.agent.runtime;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;

/** Signs of life, kept as records so that another process sees them. */
public final class Heartbeats {

    private static final System.Logger LOG = System.getLogger(Heartbeats.class.getName());
    private static final String PARTITION = "agents";
    private static final int MOST_AGENTS = 1000;

    private final Durability durability;
    private final InstantSource clock;

    public Heartbeats(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    void beat(Pulse pulse) {
        if (!pulse.alive()) {
            return;
        }
        try {
            durability.commit(Commit.builder()
                    .overwrite(Item.of(PARTITION, pulse.agent().value(), 1, pulse.state()))
                    .build());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no heartbeat of " + pulse.agent() + " could be written at " + clock.instant(), e);
        }
    }

    /** The last state of every agent that ever ran. */
    public List<AgentState> all() {
        return read(durability.records());
    }

    /** The same, for an agent that watches the others. */
    public static List<AgentState> read(RecordStore records) {
        return records.all(Query.partition(PARTITION), MOST_AGENTS).stream()
                .map(item -> item.as(AgentState.class))
                .toList();
    }
}
