package io.acso.core.autonomy;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the intents of each execution, of each kind lately, and of each constraint, and the things they touch. A count
 * is written in the commit of the intent, at the version it was decided on: two intents never both take the last place
 * under a cap.
 */
final class Caps {

    private static final int SCHEMA_VERSION = 1;
    private static final String COUNT = "count";

    private final Durability durability;

    Caps(Durability durability) {
        this.durability = durability;
    }

    /**
     * What one intent is counted as.
     *
     * @param fleet scope and type of the things it touches
     * @param constraint what names the constraint it uses up; empty when its plan holds it as it is
     */
    record Claim(String executionId, String kind, String fleet, long touches, Optional<String> constraint) {

        static Claim of(GateRequest request, Optional<String> constraint) {
            DryRun dryRun = request.planned().dryRun();
            return new Claim(
                    request.executionId(),
                    dryRun.action().kind(),
                    fleet(dryRun.action().target()),
                    dryRun.touches(),
                    constraint);
        }

        static String fleet(Target target) {
            return target.scope() + " " + target.type();
        }
    }

    /** @param touched things by fleet */
    record InExecution(long actions, Map<String, Long> touched) {
        InExecution {
            touched = touched == null ? Map.of() : Map.copyOf(touched);
        }

        InExecution changed(long by, String fleet, long things) {
            Map<String, Long> next = new HashMap<>(touched);
            next.merge(fleet, things, (before, more) -> Math.max(0, before + more));
            return new InExecution(Math.max(0, actions + by), next);
        }
    }

    /** The counts at one moment. */
    record Counts(Claim claim, Item execution, Item kind, Optional<Item> constraint, InExecution in, Recent recent) {

        Situation.Tally tally(Instant now) {
            return new Situation.Tally(
                    in.actions(),
                    recent.inLastHour(now),
                    recent.inLastMinute(now),
                    in.touched().getOrDefault(claim.fleet(), 0L),
                    recent.touchedInLastHour(now, claim.fleet()));
        }

        /** How often the constraint was used. */
        long used() {
            return constraint.map(item -> item.as(Long.class)).orElse(0L);
        }

        /** Without an intent that was counted then: it is not before itself. */
        Counts without(Instant counted) {
            return new Counts(
                    claim,
                    execution,
                    kind,
                    constraint.map(item -> item.replacedBy(Math.max(0, used() - 1))),
                    in.changed(-1, claim.fleet(), -claim.touches()),
                    recent.changed(counted, -1, claim.fleet(), -claim.touches()));
        }

        /** One more, now. */
        List<Commit.Put> plusOne(Instant now) {
            List<Commit.Put> puts = new ArrayList<>();
            puts.add(put(execution.replacedBy(in.changed(1, claim.fleet(), claim.touches()))));
            Recent next = recent.changed(now, 1, claim.fleet(), claim.touches()).since(now);
            puts.add(put(Recent.SHAPE.replace(kind, next)));
            constraint.ifPresent(item -> puts.add(put(item.replacedBy(used() + 1))));
            return puts;
        }

        private static Commit.Put put(Item next) {
            return new Commit.Put(next, Commit.Expect.version(next.version()));
        }
    }

    Counts count(Claim claim) {
        Item execution = read("cap-execution/" + claim.executionId(), COUNT, new InExecution(0, Map.of()));
        Key ofKind = new Key("cap-kind/" + claim.kind(), COUNT);
        Item kind = durability.records().get(ofKind).orElseGet(() -> Recent.SHAPE.item(ofKind, Recent.NOTHING));
        Optional<Item> constraint =
                claim.constraint().map(name -> read("cap-constraint/" + claim.executionId(), name, 0L));
        return new Counts(claim, execution, kind, constraint, execution.as(InExecution.class), Recent.SHAPE.read(kind));
    }

    private Item read(String partition, String sort, Object nothing) {
        return durability
                .records()
                .get(new Key(partition, sort))
                .orElseGet(() -> Item.of(partition, sort, SCHEMA_VERSION, nothing));
    }
}
