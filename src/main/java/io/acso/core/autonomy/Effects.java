package io.acso.core.autonomy;

import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.EffectRecord.State;
import io.acso.core.autonomy.EffectStore.Stored;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries actions out, each once: the intent is committed before anything happens and the end after it was checked.
 * A crash in between leaves the intent, and the next {@link #perform} goes by the action's {@link RepeatSafety}.
 * Nothing else calls {@link Actuator#carryOut}.
 */
public final class Effects {

    /** Begins the ids of policies that only limit how fast. */
    private static final String RATE = "rate-";

    private static final int LOOKS = 5;
    /** Longer than all the looks take: what has not shown by then needs no waiting for. */
    private static final Duration SHOWN = Duration.ofSeconds(10);

    /** Pauses double: together they are longer than the minute by which actions are paced. */
    private static final int PACES = 10;
    /** Others' intents move the counters; this many in a row is a storm. */
    private static final int TRIES = 20;

    private final EffectStore store;
    private final EffectLeases leases;
    private final Gate gate;
    private final Actuators actuators;
    private final InstantSource clock;
    private final Watch watch;
    private final Turns turns = new Turns();

    /** For the only process on its durability. @param pause between two looks at what others do */
    public Effects(Durability durability, Gate gate, Actuators actuators, InstantSource clock, Pause pause) {
        this(durability, gate, actuators, clock, pause, Owner.single());
    }

    /** @param owner this process, and whether others share the durability */
    public Effects(
            Durability durability, Gate gate, Actuators actuators, InstantSource clock, Pause pause, Owner owner) {
        this.store = new EffectStore(durability);
        this.leases = new EffectLeases(durability, owner, clock);
        this.gate = gate;
        this.actuators = actuators;
        this.clock = clock;
        this.watch = new Watch(pause, LOOKS);
    }

    /**
     * Does it, unless it is done already or the gate holds it. Safe to call again after a crash at any moment.
     *
     * @param approval the person's answer, if there is one; it counts only for exactly this action of this plan
     * @throws ActionInvalid when no actuator takes the kind
     * @throws EffectUnderWay when another process has been at it for long
     */
    public Report perform(GateRequest request, Optional<Approval> approval) {
        Actuator actuator = actuators.of(request.planned().action().kind());
        return turns.take(request.idempotencyKey(), () -> {
            try {
                return perform(request, approval, actuator);
            } finally {
                leases.letGo(request.executionId(), request.idempotencyKey());
            }
        });
    }

    private Report perform(GateRequest request, Optional<Approval> approval, Actuator actuator) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return once(request, approval, actuator);
            } catch (CommitConflict moved) {
                continue;
            }
        }
        return new Report.Failed("the counters of the caps moved " + TRIES + " times meanwhile; try again", true);
    }

    /** What is known of one effect, by its key. */
    public Optional<EffectRecord> find(String executionId, String key) {
        return store.find(executionId, key).map(Stored::effect);
    }

    /** By its key alone, in whichever execution it is; may lag behind. */
    public Optional<EffectRecord> find(String key) {
        return store.find(key);
    }

    /** The effects of which nobody knows whether they happened, the oldest first; may lag behind. */
    public Page<EffectRecord> uncertain(int limit, @Nullable String cursor) {
        return store.uncertain(limit, cursor);
    }

    /** The effects of an execution in the order they were intended. */
    public List<EffectRecord> of(String executionId) {
        return store.of(executionId);
    }

    /**
     * A person's finding on an uncertain effect: it happened, or it did not and may be tried again.
     *
     * @throws IllegalStateException when the effect is not uncertain, or it is not a person who says so
     */
    public EffectRecord settle(String executionId, String key, boolean happened, Principal by, String remark) {
        Stored stored = store.find(executionId, key)
                .filter(found -> found.effect().state() == State.UNCERTAIN)
                .orElseThrow(() -> new IllegalStateException("no uncertain effect " + key + " in " + executionId));
        if (by.kind() != Principal.Kind.PERSON) {
            throw new IllegalStateException("a person settles what is uncertain, not " + by);
        }
        Instant now = clock.instant();
        EffectRecord end = happened
                ? stored.effect().done(Map.of(), new Check(Verdict.IN_PLACE, by + ": " + remark), now)
                : stored.effect().failed(by + ": " + remark, now);
        return store.finish(stored, end, by, now, List.of()).effect();
    }

    private Report once(GateRequest request, Optional<Approval> approval, Actuator actuator) {
        Optional<Stored> prior = prior(request);
        if (prior.isPresent() && prior.get().effect().state() == State.DONE) {
            return carried(prior.get().effect(), true);
        }
        Optional<Stored> open = prior.filter(stored -> stored.effect().open());
        Optional<Report> known = open.flatMap(stored -> recognise(stored, actuator));
        return known.orElseGet(() -> carryOut(request, approval, prior, actuator));
    }

    /** What is known, when no other process is at it any more. */
    private Optional<Stored> prior(GateRequest request) {
        for (int look = 1; ; look++) {
            Optional<Stored> prior = store.find(request.executionId(), request.idempotencyKey());
            Optional<String> other = prior.filter(stored -> stored.effect().state() == State.INTENDED)
                    .flatMap(stored -> leases.elsewhere(request.executionId(), request.idempotencyKey()));
            if (other.isEmpty()) {
                return prior;
            }
            if (look == PACES) {
                throw new EffectUnderWay(request.idempotencyKey(), other.get());
            }
            watch.pause().after(look);
        }
    }

    /** What an interrupted attempt has come to; empty when it is safe to do it again. */
    private Optional<Report> recognise(Stored open, Actuator actuator) {
        return switch (safety(open.effect(), actuator)) {
            case NATURAL, KEYED -> Optional.empty();
            case NONE -> Optional.of(uncertain(open, "an attempt was cut off, and nothing tells whether it happened"));
            case CHECKABLE -> {
                boolean shown = open.effect().intended().plus(SHOWN).isBefore(clock.instant());
                Check seen = (shown ? watch.once() : watch).look(actuator, action(open.effect()));
                yield switch (seen.verdict()) {
                    case IN_PLACE -> Optional.of(done(open, open.effect().details(), seen, true));
                    case NOT_IN_PLACE -> Optional.empty();
                    case CANNOT_TELL ->
                        Optional.of(uncertain(open, "an attempt was cut off, and the check says: " + seen.detail()));
                };
            }
        };
    }

    private Report carryOut(
            GateRequest request, Optional<Approval> approval, Optional<Stored> prior, Actuator actuator) {
        Optional<Instant> counted =
                prior.map(Stored::effect).filter(EffectRecord::open).map(EffectRecord::counted);
        return switch (authorize(request, approval, counted)) {
            case Authorization.Held held -> held(request, held.decision());
            case Authorization.Paced paced ->
                new Report.Failed(
                        "it would come too soon after others of its kind: "
                                + paced.decision().explanation(),
                        true);
            case Authorization.Granted granted -> {
                Stored intent = intend(request, prior, granted);
                yield clock.instant().isBefore(granted.authorized().expires())
                        ? conclude(intent, actuator, attempt(actuator, granted.authorized()))
                        : failed(intent, "the permission expired before it was used", true);
            }
        };
    }

    /** Waits a while when it is only too soon. */
    private Authorization authorize(GateRequest request, Optional<Approval> approval, Optional<Instant> counted) {
        Authorization said = gate.authorize(request, approval, counted);
        for (int look = 1; look < PACES && said instanceof Authorization.Paced; look++) {
            watch.pause().after(look);
            said = gate.authorize(request, approval, counted);
        }
        return said;
    }

    private Report held(GateRequest request, Decision decision) {
        store.held(request, decision, clock.instant());
        if (decision.verdict() == Decision.Verdict.NEEDS_APPROVAL) {
            return new Report.NeedsApproval(decision);
        }
        return tooFast(decision) ? new Report.Failed(decision.explanation(), true) : new Report.Forbidden(decision);
    }

    /** A rate is no verdict on the action: later it may be carried out. */
    private static boolean tooFast(Decision decision) {
        return !decision.policies().isEmpty()
                && decision.policies().stream().allMatch(policy -> policy.startsWith(RATE));
    }

    private Stored intend(GateRequest request, Optional<Stored> prior, Authorization.Granted granted) {
        Instant now = clock.instant();
        Optional<EffectRecord> before = prior.map(Stored::effect);
        Optional<Instant> counted = before.filter(EffectRecord::open).map(EffectRecord::counted);
        List<Commit.Operation> standing = new ArrayList<>(granted.standing().guards());
        if (counted.isEmpty()) {
            standing.addAll(granted.standing().counted(now));
        }
        standing.addAll(leases.take(request.executionId(), request.idempotencyKey()));
        EffectRecord intent = new EffectRecord(
                request.idempotencyKey(),
                request,
                State.INTENDED,
                before.map(EffectRecord::attempt).orElse(0) + 1,
                counted.orElse(now),
                now,
                null,
                Map.of(),
                null,
                null,
                granted.decision().policies(),
                granted.decision().content(),
                granted.approval().map(Approval::id).orElse(null));
        Stored stored =
                store.intend(new Stored(intent, prior.map(Stored::version).orElse(0L)), standing);
        leases.keep(request.executionId(), request.idempotencyKey());
        return stored;
    }

    /** An actuator that throws has broken its word; whether something happened is open. */
    private static Effect attempt(Actuator actuator, Authorized authorized) {
        try {
            return actuator.carryOut(authorized);
        } catch (RuntimeException e) {
            return new Effect.Unknown("the connector failed: " + e);
        }
    }

    private Report conclude(Stored intent, Actuator actuator, Effect effect) {
        return switch (effect) {
            case Effect.Done done -> took(intent, actuator, done);
            case Effect.Unknown unknown -> lost(intent, actuator, unknown);
            case Effect.Refused refused -> failed(intent, refused.why(), false);
            case Effect.Failed failed -> failed(intent, failed.why(), failed.retryable());
            case Effect.NotConfigured missing -> {
                finish(intent, intent.effect().failed(missing.cure(), clock.instant()));
                yield new Report.NotConfigured(missing.cure());
            }
        };
    }

    /** The other side says it is done; the check must not contradict it. */
    private Report took(Stored intent, Actuator actuator, Effect.Done done) {
        Check seen = watch.look(actuator, action(intent.effect()));
        return seen.verdict() == Verdict.NOT_IN_PLACE
                ? unseen(intent, actuator, "it was accepted, but did not take: " + seen.detail())
                : done(intent, done.details(), seen, false);
    }

    private Report lost(Stored intent, Actuator actuator, Effect.Unknown unknown) {
        if (safety(intent.effect(), actuator) != RepeatSafety.CHECKABLE) {
            return unseen(intent, actuator, unknown.why());
        }
        Check seen = watch.look(actuator, action(intent.effect()));
        return switch (seen.verdict()) {
            case IN_PLACE -> done(intent, Map.of(), seen, false);
            case NOT_IN_PLACE -> unseen(intent, actuator, unknown.why() + "; not seen since: " + seen.detail());
            case CANNOT_TELL -> uncertain(intent, unknown.why() + "; the check says: " + seen.detail());
        };
    }

    /** It may still happen. Asking again repeats it where that is harmless, or checks first; else a person looks. */
    private Report unseen(Stored intent, Actuator actuator, String why) {
        Report.Uncertain uncertain = uncertain(intent, why);
        return safety(intent.effect(), actuator) == RepeatSafety.NONE ? uncertain : new Report.Failed(why, true);
    }

    private Report done(Stored intent, Map<String, String> details, Check seen, boolean repeated) {
        return carried(finish(intent, intent.effect().done(details, seen, clock.instant())), repeated);
    }

    private Report failed(Stored intent, String why, boolean retryable) {
        finish(intent, intent.effect().failed(why, clock.instant()));
        return new Report.Failed(why, retryable);
    }

    private Report.Uncertain uncertain(Stored open, String why) {
        if (open.effect().state() != State.UNCERTAIN) {
            finish(open, open.effect().uncertain(why, clock.instant()));
        }
        return new Report.Uncertain(why);
    }

    private EffectRecord finish(Stored stored, EffectRecord end) {
        GateRequest request = end.request();
        List<Commit.Operation> lease = leases.giveBack(request.executionId(), request.idempotencyKey());
        return store.finish(stored, end, request.principal(), clock.instant(), lease)
                .effect();
    }

    private static Report carried(EffectRecord effect, boolean repeated) {
        Check seen = effect.check() != null ? effect.check() : new Check(Verdict.CANNOT_TELL, "not checked");
        return new Report.Carried(
                effect.key(),
                effect.details(),
                effect.request().planned().dryRun().inverse(),
                seen,
                repeated);
    }

    private static RepeatSafety safety(EffectRecord effect, Actuator actuator) {
        return actuator.repeatSafety(action(effect));
    }

    private static Action action(EffectRecord effect) {
        return effect.request().planned().action();
    }
}
