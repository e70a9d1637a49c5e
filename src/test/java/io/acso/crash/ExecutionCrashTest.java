package io.acso.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.acso.agent.casebook.ActionResult.Came;
import io.acso.agent.casebook.Ticket;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.incident.Incident;
import io.acso.platform.ledger.LedgerEntry;
import io.acso.platform.ledger.LedgerVerification;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed at any step of an execution, or in the middle of one, and started again ends the
 * execution as if nothing had happened, and the outside world saw every effect once. Only what nothing makes safe is
 * left to a person when it was cut.
 *
 * <p>{@code acso.crash.kills} and {@code acso.crash.seed} choose how many moments and which; a failure names the
 * moments of its run, which {@code acso.crash.at}, separated by semicolons, plays again.
 */
class ExecutionCrashTest {

    private static final int KILLS = Integer.getInteger("acso.crash.kills", 30);
    private static final long SEED = Long.getLong("acso.crash.seed", 1);
    private static final String AGAIN = System.getProperty("acso.crash.at", "");
    private static final int KILLS_A_RUN = 5;
    private static final int AT_ONCE = 2;
    private static final List<String> IN_THE_MIDDLE = Stream.of(RepeatSafety.values())
            .map(safety -> RecorderActuator.kind(safety).substring("crash.".length()))
            .flatMap(kind -> Stream.of("received " + kind, "done " + kind, "answered " + kind))
            .toList();

    @TempDir
    Path directory;

    private Outcome undisturbed;
    private List<String> moments;
    private final AtomicInteger runs = new AtomicInteger();
    private final List<String> killedAt = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void playUndisturbed() throws Exception {
        try (KilledRun run = new KilledRun(directory.resolve("undisturbed"), List.of()).play()) {
            moments = List.copyOf(run.passed);
            undisturbed = Outcome.of(run.directory);
            assertThat(undisturbed.execution().status()).isEqualTo("COMPLETED");
            assertThat(moments).containsAll(IN_THE_MIDDLE);
            check(run, undisturbed);
        }
    }

    @Test
    void anExecutionEndsTheSameWhereverItsProcessIsKilled() throws Exception {
        if (!AGAIN.isEmpty()) {
            survive(List.of(AGAIN.split(";", -1)));
            return;
        }
        Deque<String> toDo = new ArrayDeque<>(chosen());
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Void>> workers = Collections.nCopies(AT_ONCE, worker(toDo)).stream()
                    .map(threads::submit)
                    .toList();
            for (Future<Void> worker : workers) {
                worker.get();
            }
        }
        System.out.printf(
                "%d kills in %d runs, by seed %d, at %s%n", killedAt.size(), runs.get(), SEED, new TreeSet<>(killedAt));
        assertThat(killedAt).hasSizeGreaterThanOrEqualTo(KILLS).containsAll(IN_THE_MIDDLE);
    }

    /** All moments in the middle of an action, and others by lot: every moment once before any comes again. */
    private List<String> chosen() {
        Random random = new Random(SEED);
        List<String> chosen = new ArrayList<>(IN_THE_MIDDLE);
        List<String> others = new ArrayList<>(moments);
        others.removeAll(IN_THE_MIDDLE);
        while (chosen.size() < KILLS) {
            Collections.shuffle(others, random);
            chosen.addAll(others.subList(0, Math.min(others.size(), KILLS - chosen.size())));
        }
        Collections.shuffle(chosen, random);
        return chosen;
    }

    private Callable<Void> worker(Deque<String> toDo) {
        return () -> {
            for (List<String> some = take(toDo); !some.isEmpty(); some = take(toDo)) {
                List<String> missed = new ArrayList<>(some);
                missed.removeAll(survive(some));
                synchronized (toDo) {
                    toDo.addAll(missed);
                }
            }
            return null;
        };
    }

    private static List<String> take(Deque<String> toDo) {
        synchronized (toDo) {
            List<String> some = new ArrayList<>();
            while (some.size() < KILLS_A_RUN && !toDo.isEmpty()) {
                some.add(toDo.poll());
            }
            return some;
        }
    }

    /** Plays one execution; returns the moments at which it was killed. What is not come to is left for another. */
    private List<String> survive(List<String> at) throws Exception {
        Path place = directory.resolve("run-" + runs.incrementAndGet());
        try (KilledRun run = new KilledRun(place, at)) {
            try {
                check(run.play(), Outcome.of(place));
            } catch (AssertionError e) {
                throw new AssertionError(
                        "play it again with -Dacso.crash.at='%s' (seed %d); killed at %s%n%s"
                                .formatted(String.join(";", at), SEED, run.killedAt, run.errors()),
                        e);
            }
            killedAt.addAll(run.killedAt);
            return run.killedAt;
        }
    }

    private void check(KilledRun run, Outcome outcome) {
        boolean completed = outcome.execution().status().equals("COMPLETED");
        if (run.killedAt.contains("received none") || run.killedAt.contains("done none")) {
            assertThat(completed).as("what was cut and nothing makes safe").isFalse();
        }
        if (completed) {
            assertThat(outcome.story()).isEqualTo(undisturbed.story());
            assertThat(outcome.leafKinds()).isEqualTo(undisturbed.leafKinds());
            assertThat(outcome.incidents())
                    .extracting(Incident::id, Incident::status)
                    .containsExactly(tuple(undisturbed.incidents().getFirst().id(), Incident.Status.RESOLVED));
        } else {
            assertThat(outcome.execution().status()).isEqualTo("UNCERTAIN");
            assertThat(run.cutUnsafe).as("uncertain only what was cut").isTrue();
            assertThat(outcome.incidents()).extracting(Incident::status).containsExactly(Incident.Status.ON_HOLD);
        }
        checkEffects(run.recorder, outcome, completed);
        checkRecords(outcome, completed);
    }

    private static void checkEffects(Recorder recorder, Outcome outcome, boolean completed) {
        assertThat(outcome.actions())
                .as("every action of the plan came to one end")
                .extracting(action -> action.action().kind())
                .containsExactlyInAnyOrderElementsOf(outcome.execution().plan().actions().stream()
                        .map(planned -> planned.action().kind())
                        .toList());
        assertThat(outcome.actions())
                .filteredOn(action -> !action.took())
                .extracting(action -> action.action().kind() + " " + action.outcome())
                .isEqualTo(completed ? List.of() : List.of("crash.none " + Came.UNCERTAIN));
        assertThat(recorder.done(RepeatSafety.NATURAL)).hasSizeGreaterThanOrEqualTo(1);
        assertThat(recorder.done(RepeatSafety.KEYED)).hasSize(1);
        assertThat(recorder.done(RepeatSafety.CHECKABLE)).hasSize(1);
        assertThat(recorder.asked(RepeatSafety.NONE)).hasSizeLessThanOrEqualTo(1);
        assertThat(recorder.done(RepeatSafety.NONE)).hasSizeGreaterThanOrEqualTo(completed ? 1 : 0);
        for (RepeatSafety safety : RepeatSafety.values()) {
            assertThat(recorder.asked(safety).stream().distinct())
                    .as("one key for " + safety)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void checkRecords(Outcome outcome, boolean completed) {
        assertThat(outcome.evidence())
                .extracting(Evidence::name)
                .containsExactlyInAnyOrder("events.ndjson", "findings.ndjson", "investigation.json");
        assertThat(outcome.unreadable()).isEmpty();
        assertThat(outcome.ticket())
                .map(Ticket::status)
                .contains(completed ? Ticket.Status.CLOSED : Ticket.Status.OPEN);
        assertThat(outcome.reported()).isTrue();
        assertThat(outcome.ledger()).isInstanceOf(LedgerVerification.Verified.class);
        for (String once : List.of(
                "PlanDecided",
                "ApprovalGranted",
                "ExecutionBegan",
                "ExecutionEnded",
                "TicketOpened",
                "ReportWritten")) {
            assertThat(outcome.leaves(once)).as(once).hasSize(1);
        }
        var intended = subjects(outcome.leaves("EffectIntended"));
        var ended = Stream.concat(
                        outcome.leaves("EffectCarriedOut").stream(), outcome.leaves("EffectUncertain").stream())
                .toList();
        assertThat(ended).as("one end for each intended effect").hasSize(4);
        assertThat(subjects(ended)).isEqualTo(intended);
        assertThat(outcome.idle()).as("nothing waits").isTrue();
        assertThat(outcome.deadLetters()).isZero();
    }

    private static Set<String> subjects(List<LedgerEntry> leaves) {
        return leaves.stream().map(LedgerEntry::subject).collect(Collectors.toSet());
    }
}
