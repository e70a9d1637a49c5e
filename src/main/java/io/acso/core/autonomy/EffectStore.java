package io.acso.core.autonomy;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps effect records, each change with its ledger leaf. The ledger gets hashes and policy ids, no targets. */
final class EffectStore {

    private static final int MOST = 10_000;
    private static final String BY_KEY = "effects";
    private static final String UNCERTAIN = "effects-uncertain";

    private final Durability durability;

    EffectStore(Durability durability) {
        this.durability = durability;
    }

    /** A record and the version it was read or written at; 0 when it is not written yet. */
    record Stored(EffectRecord effect, long version) {}

    Optional<Stored> find(String executionId, String key) {
        return durability
                .records()
                .get(key(executionId, key))
                .map(item -> new Stored(item.as(EffectRecord.class), item.version()));
    }

    /** By its key alone; may lag behind the commit that made it. */
    Optional<EffectRecord> find(String key) {
        return durability.records().all(Query.index(BY_KEY, key), 1).stream()
                .findFirst()
                .map(item -> item.as(EffectRecord.class));
    }

    /** Those that wait for a person, the oldest first; may lag. */
    Page<EffectRecord> uncertain(int limit, @Nullable String cursor) {
        Page<Item> page = durability
                .records()
                .query(Query.index(UNCERTAIN, "all").limit(limit).after(cursor));
        return new Page<>(
                page.items().stream().map(item -> item.as(EffectRecord.class)).toList(), page.next());
    }

    List<EffectRecord> of(String executionId) {
        return durability.records().all(Query.partition(partition(executionId)), MOST).stream()
                .map(item -> item.as(EffectRecord.class))
                .sorted(Comparator.comparing(EffectRecord::intended))
                .toList();
    }

    /** Commits an intent if nothing it was decided on has moved. */
    Stored intend(Stored intent, List<Commit.Operation> standing) {
        EffectRecord effect = intent.effect();
        Map<String, String> facts = facts(effect);
        facts.put("policies", String.join(" ", effect.policies()));
        facts.put("content", effect.content());
        if (effect.approvalId() != null) {
            facts.put("approval", effect.approvalId());
        }
        return write(intent, effect.request().principal(), "EffectIntended", effect.intended(), facts, standing);
    }

    /** Commits how it ended. */
    Stored finish(
            Stored stored, EffectRecord end, Principal who, Instant now, List<Commit.Operation> more) {
        Map<String, String> facts = facts(end);
        facts.put("details", Json.hash(end.details()).hex());
        if (end.check() != null) {
            facts.put("check", end.check().verdict().name());
        }
        String fact = switch (end.state()) {
            case DONE -> "EffectCarriedOut";
            case FAILED -> "EffectFailed";
            case UNCERTAIN -> "EffectUncertain";
            case INTENDED -> throw new IllegalArgumentException("an intent is no end");
        };
        return write(new Stored(end, stored.version()), who, fact, now, facts, more);
    }

    /** Puts on record that the gate did not let it through. */
    void held(GateRequest request, Decision decision, Instant now) {
        Map<String, String> facts = Map.of(
                "action", request.planned().action().hash().hex(),
                "plan", request.planHash().hex(),
                "verdict", decision.verdict().name(),
                "policies", String.join(" ", decision.policies()),
                "content", decision.content());
        durability.commit(Commit.builder()
                .add(LedgerEntry.of(
                                now,
                                "ActionHeld",
                                request.principal(),
                                request.idempotencyKey(),
                                request.subject(),
                                facts)
                        .append())
                .build());
    }

    private Stored write(
            Stored next,
            Principal who,
            String fact,
            Instant now,
            Map<String, String> facts,
            List<Commit.Operation> more) {
        EffectRecord effect = next.effect();
        Key key = key(effect.request().executionId(), effect.key());
        Item item = new Item(key, next.version(), EffectRecord.SCHEMA_VERSION, Json.bytes(effect), indexes(effect));
        durability.commit(Commit.builder()
                .put(item)
                .addAll(more)
                .add(LedgerEntry.of(
                                now, fact, who, effect.key(), effect.request().subject(), facts)
                        .append())
                .build());
        return new Stored(effect, next.version() + 1);
    }

    private static Map<String, Key> indexes(EffectRecord effect) {
        Map<String, Key> indexes = new HashMap<>();
        indexes.put(BY_KEY, new Key(effect.key(), "effect"));
        if (effect.state() == EffectRecord.State.UNCERTAIN) {
            String since = "%015d".formatted(effect.intended().toEpochMilli());
            indexes.put(UNCERTAIN, new Key("all", since + "#" + effect.key()));
        }
        return indexes;
    }

    private static Map<String, String> facts(EffectRecord effect) {
        Map<String, String> facts = new HashMap<>();
        facts.put("action", effect.request().planned().action().hash().hex());
        facts.put("plan", effect.request().planHash().hex());
        facts.put("kind", effect.request().planned().action().kind());
        facts.put("attempt", String.valueOf(effect.attempt()));
        return facts;
    }

    private static Key key(String executionId, String key) {
        return new Key(partition(executionId), key);
    }

    private static String partition(String executionId) {
        return "effects/" + executionId;
    }
}
