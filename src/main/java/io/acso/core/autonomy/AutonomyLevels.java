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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The autonomy level of each agent for each kind of action: what people set, else the default. */
public final class AutonomyLevels {

    private static final String PARTITION = "autonomy-level";
    private static final int SCHEMA_VERSION = 1;
    private static final int MOST = 10_000;

    private final Durability durability;
    private final Defaults defaults;
    private final InstantSource clock;

    /**
     * The levels that hold until somebody sets another.
     *
     * @param otherwise for kinds that {@code kinds} does not name
     * @param kinds levels by action kind, or by the beginning of kinds: {@code notify.*}; the longest that fits counts
     */
    public record Defaults(AutonomyLevel otherwise, Map<String, AutonomyLevel> kinds) {

        public Defaults {
            kinds = Map.copyOf(kinds);
        }

        /** Agents tell people and keep evidence alone; all else waits for an approval. */
        public static Defaults standard() {
            return new Defaults(
                    AutonomyLevel.APPROVE,
                    Map.of("notify.*", AutonomyLevel.ACT, "aws.ec2.snapshot-volumes", AutonomyLevel.ACT));
        }

        public AutonomyLevel of(String kind) {
            return kinds.entrySet().stream()
                    .filter(entry -> fits(entry.getKey(), kind))
                    .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse(otherwise);
        }

        private static boolean fits(String pattern, String kind) {
            return pattern.endsWith("*")
                    ? kind.startsWith(pattern.substring(0, pattern.length() - 1))
                    : pattern.equals(kind);
        }
    }

    /** One level that somebody set. */
    public record Setting(
            Principal agent, String kind, AutonomyLevel level, Principal by, String reason, Instant since) {}

    /** What a decision read: an intent commits only while it still holds. */
    record Reading(AutonomyLevel level, Commit.Check guard) {}

    public AutonomyLevels(Durability durability, Defaults defaults, InstantSource clock) {
        this.durability = durability;
        this.defaults = defaults;
        this.clock = clock;
    }

    public AutonomyLevel levelOf(Principal agent, String kind) {
        return read(agent, kind).level();
    }

    /**
     * Sets the level from now on, for decisions about plans already approved too.
     *
     * @throws IllegalArgumentException when it is not a person who sets it
     */
    public void set(Principal agent, String kind, AutonomyLevel level, Principal by, String reason) {
        if (by.kind() != Principal.Kind.PERSON) {
            throw new IllegalArgumentException("a person sets how far an agent may go, not " + by);
        }
        Instant now = clock.instant();
        Key key = key(agent, kind);
        durability.commit(Commit.builder()
                .overwrite(Item.of(
                        key.partition(), key.sort(), SCHEMA_VERSION, new Setting(agent, kind, level, by, reason, now)))
                .add(LedgerEntry.of(
                                now,
                                "AutonomyLevelSet",
                                by,
                                agent.toString(),
                                agent.toString(),
                                Map.of("kind", kind, "level", level.name()))
                        .append())
                .build());
    }

    /** The levels where nobody has set one. */
    public Defaults defaults() {
        return defaults;
    }

    /** What people set; all else is at its default. */
    public List<Setting> settings() {
        return durability.records().all(Query.partition(PARTITION), MOST).stream()
                .map(item -> item.as(Setting.class))
                .toList();
    }

    Reading read(Principal agent, String kind) {
        Key key = key(agent, kind);
        Optional<Item> item = durability.records().get(key);
        return new Reading(
                item.map(found -> found.as(Setting.class).level()).orElseGet(() -> defaults.of(kind)),
                new Commit.Check(key, Expect.version(item.map(Item::version).orElse(0L))));
    }

    private static Key key(Principal agent, String kind) {
        return new Key(PARTITION, agent + " " + kind);
    }
}
