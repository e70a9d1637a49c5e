package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Commit.Expect;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Query;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stops one agent or all. Persists, wins against every permit and approval, and ends only by release. */
public final class KillSwitch {

    /** Names all agents at once. */
    public static final Principal EVERY_AGENT = Principal.agent("*");

    private static final String PARTITION = "kill-switch";
    private static final int SCHEMA_VERSION = 1;
    private static final int MOST = 1000;

    private final Durability durability;
    private final InstantSource clock;

    /**
     * Where the switch of one agent, or of all, stands.
     *
     * @param since when it was last engaged or released
     */
    public record Position(Principal agent, boolean engaged, Principal by, String reason, Instant since) {}

    /** What a decision read: an intent commits only while it still holds. */
    record Reading(boolean engaged, List<Commit.Check> guards) {}

    public KillSwitch(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    /** From when this returns, the agent starts nothing more; what is under way at the other side is not called back. */
    public void engage(Principal agent, Principal by, String reason) {
        set(new Position(agent, true, by, reason, clock.instant()), "KillSwitchEngaged");
    }

    /** Lets the agent act again. Releasing {@link #EVERY_AGENT} leaves agents stopped that were stopped by name. */
    public void release(Principal agent, Principal by, String reason) {
        set(new Position(agent, false, by, reason, clock.instant()), "KillSwitchReleased");
    }

    /** Whether this agent is stopped, by name or with all. */
    public boolean engaged(Principal agent) {
        return read(agent).engaged();
    }

    /** Every switch that was ever used, for people to see. */
    public List<Position> positions() {
        return durability.records().all(Query.partition(PARTITION), MOST).stream()
                .map(item -> item.as(Position.class))
                .toList();
    }

    Reading read(Principal agent) {
        boolean engaged = false;
        List<Commit.Check> guards = new ArrayList<>();
        for (Principal each : agent.equals(EVERY_AGENT) ? List.of(agent) : List.of(EVERY_AGENT, agent)) {
            Key key = key(each);
            Optional<Item> item = durability.records().get(key);
            engaged |= item.map(found -> found.as(Position.class).engaged()).orElse(false);
            guards.add(
                    new Commit.Check(key, Expect.version(item.map(Item::version).orElse(0L))));
        }
        return new Reading(engaged, guards);
    }

    private void set(Position position, String fact) {
        String agent = position.agent().toString();
        durability.commit(Commit.builder()
                .overwrite(Item.of(PARTITION, agent, SCHEMA_VERSION, position))
                .add(LedgerEntry.of(position.since(), fact, position.by(), agent, agent, Map.of())
                        .append())
                .build());
    }

    private static Key key(Principal agent) {
        return new Key(PARTITION, agent.toString());
    }
}
