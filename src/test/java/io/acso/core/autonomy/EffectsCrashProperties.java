package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Durability;
import io.acso.platform.ledger.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.util.FileSystemUtils;

/**
 * The process dies between any two steps, several times over; each time a new one goes on from what is stored.
 * Steps are: before and after each commit, before and after the outside world has changed.
 */
class EffectsCrashProperties {

    private static final Path DIRECTORY = directory();
    private static final Scene SCENE = new Scene(DIRECTORY);
    private static int executions;

    /** Not an exception: nothing may catch it, as nothing catches the end of a process. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts steps down to the one where it crashes. */
    private static final class Fuse implements Runnable {
        private int left;

        Fuse(int steps) {
            left = steps;
        }

        @Override
        public void run() {
            if (left-- == 0) {
                throw new Crash();
            }
        }
    }

    /** What came of it in the end. */
    private record Run(Report report, List<Action> carried, GateRequest request) {}

    @AfterContainer
    static void close() throws IOException {
        SCENE.close();
        FileSystemUtils.deleteRecursively(DIRECTORY);
    }

    /** Steps that each of some processes lives; an undisturbed attempt has six. */
    @Provide
    Arbitrary<List<Integer>> lives() {
        return Arbitraries.integers().between(0, 7).list().ofMaxSize(4);
    }

    @Property(tries = 150)
    void what_can_be_checked_happens_exactly_once(@ForAll("lives") List<Integer> lives) {
        Run run = run(RepeatSafety.CHECKABLE, true, lives);
        assertThat(run.report()).isInstanceOf(Report.Carried.class);
        assertThat(run.carried()).hasSize(1);
    }

    @Property(tries = 150)
    void what_cannot_be_repeated_happens_at_most_once_and_is_never_said_to_have_happened_when_it_has_not(
            @ForAll("lives") List<Integer> lives) {
        Run run = run(RepeatSafety.NONE, false, lives);
        assertThat(run.carried()).hasSizeLessThanOrEqualTo(1);
        assertThat(run.report()).isInstanceOfAny(Report.Carried.class, Report.Uncertain.class);
        if (run.report() instanceof Report.Carried) {
            assertThat(run.carried()).hasSize(1);
        } else {
            assertThat(lives).as("only a crash makes it uncertain").isNotEmpty();
        }
    }

    @Property(tries = 100)
    void what_should_be_checked_but_cannot_is_as_what_cannot_be_repeated(@ForAll("lives") List<Integer> lives) {
        Run run = run(RepeatSafety.CHECKABLE, false, lives);
        assertThat(run.carried()).hasSizeLessThanOrEqualTo(1);
        assertThat(run.report()).isInstanceOfAny(Report.Carried.class, Report.Uncertain.class);
    }

    @Property(tries = 150)
    void what_may_be_repeated_always_happens(
            @ForAll("lives") List<Integer> lives, @ForAll boolean keyed, @ForAll boolean telling) {
        Run run = run(keyed ? RepeatSafety.KEYED : RepeatSafety.NATURAL, telling, lives);
        assertThat(run.report()).isInstanceOf(Report.Carried.class);
        assertThat(run.carried()).isNotEmpty();
    }

    /** Each life is that of another process on the same store; the next one is given the task while the last may live. */
    @Property(tries = 40)
    void several_processes_on_one_store_are_as_one(@ForAll("lives") List<Integer> lives, @ForAll boolean checkable) {
        Run run = run(
                checkable ? RepeatSafety.CHECKABLE : RepeatSafety.NONE,
                checkable,
                lives,
                EffectsCrashProperties::shared);
        assertThat(run.carried()).hasSizeLessThanOrEqualTo(1);
        if (checkable) {
            assertThat(run.report()).isInstanceOf(Report.Carried.class);
            assertThat(run.carried()).hasSize(1);
        } else {
            assertThat(run.report()).isInstanceOfAny(Report.Carried.class, Report.Uncertain.class);
        }
    }

    /** Waiting for another process is what time passes by. */
    private static Effects shared(Durability on) {
        return new Effects(
                on,
                SCENE.gate(on),
                SCENE.actuators,
                SCENE.clock,
                look -> SCENE.clock.advance(Duration.ofSeconds(7)),
                Owner.oneOfMany());
    }

    private static Run run(RepeatSafety safety, boolean telling, List<Integer> lives) {
        return run(safety, telling, lives, SCENE::effects);
    }

    private static Run run(
            RepeatSafety safety, boolean telling, List<Integer> lives, Function<Durability, Effects> process) {
        SCENE.clock.advance(Duration.ofHours(2));
        SCENE.outside.carried.clear();
        SCENE.outside.safety = safety;
        SCENE.outside.telling = telling;
        Plan plan = SCENE.plan("exe-" + executions++, Outside.quarantine());
        GateRequest request = SCENE.request(plan, 0);
        for (int steps : lives) {
            Fuse fuse = new Fuse(steps);
            SCENE.outside.passing = fuse;
            try {
                perform(process.apply(new Ticking(SCENE.durability, fuse, fuse)), plan, request);
            } catch (Crash crash) {
                continue;
            }
        }
        SCENE.outside.passing = () -> {};
        Report report = perform(process.apply(SCENE.durability), plan, request);
        Run run = new Run(report, new ArrayList<>(SCENE.outside.carried), request);
        assertOnRecord(run);
        return run;
    }

    private static Report perform(Effects effects, Plan plan, GateRequest request) {
        return effects.perform(request, SCENE.approved(plan));
    }

    /** The caps counted it once, and the ledger holds an intent for every time that it happened. */
    private static void assertOnRecord(Run run) {
        GateRequest request = run.request();
        Situation.Tally counts = new Caps(SCENE.durability)
                .count(Caps.Claim.of(request, Optional.empty()))
                .tally(SCENE.clock.instant());
        assertThat(counts.inExecution()).isEqualTo(1);
        assertThat(counts.inLastHour()).isEqualTo(1);
        assertThat(counts.touchedInExecution()).isEqualTo(1);
        List<String> facts = SCENE.durability.leaves(0, 100_000).stream()
                .map(leaf -> Json.read(leaf.entry(), LedgerEntry.class))
                .filter(entry -> entry.subject().equals(request.idempotencyKey()))
                .map(LedgerEntry::kind)
                .toList();
        assertThat(facts.stream().filter("EffectIntended"::equals).count())
                .isGreaterThanOrEqualTo(run.carried().size());
        assertThat(facts.getLast())
                .isEqualTo(run.report() instanceof Report.Carried ? "EffectCarriedOut" : "EffectUncertain");
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("acso-effects");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
