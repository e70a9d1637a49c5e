package io.acso.edge.connector.resilience;

import static io.acso.edge.connector.resilience.Scripted.BUSY;
import static io.acso.edge.connector.resilience.Scripted.DONE;
import static io.acso.edge.connector.resilience.Scripted.LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.core.autonomy.TestAuthorization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;

class SafeguardsTest {

    private static final Action ACTION = Scripted.on("api.example");

    private final AtomicReference<Instant> now = new AtomicReference<>(TestAuthorization.NOW);

    private Safeguards safeguards(int attempts, int window, int atOnce, int perMinute) {
        ResilienceSettings settings = new ResilienceSettings(
                attempts,
                Duration.ofMillis(1),
                window,
                Duration.ofSeconds(30),
                atOnce,
                Duration.ofMillis(1),
                perMinute);
        return new Safeguards(settings, now::get);
    }

    private Safeguards calm() {
        return safeguards(3, 100, 8, 1000);
    }

    private static Effect carryOut(Actuator actuator) {
        return carryOut(actuator, ACTION);
    }

    private static Effect carryOut(Actuator actuator, Action action) {
        return actuator.carryOut(TestAuthorization.of(action));
    }

    @Test
    void what_did_not_happen_is_attempted_again_whatever_the_action() {
        Scripted outside = new Scripted(RepeatSafety.NONE, BUSY, BUSY, DONE);
        assertThat(carryOut(calm().around(outside))).isEqualTo(DONE);
        assertThat(outside.calls).hasValue(3);
    }

    @Test
    void after_the_last_attempt_its_answer_stands() {
        Scripted outside = new Scripted(RepeatSafety.NONE, BUSY);
        assertThat(carryOut(calm().around(outside))).isEqualTo(BUSY);
        assertThat(outside.calls).hasValue(3);
    }

    @ParameterizedTest
    @EnumSource(RepeatSafety.class)
    void what_may_have_happened_is_attempted_again_only_where_that_is_harmless(RepeatSafety safety) {
        boolean harmless = safety == RepeatSafety.NATURAL || safety == RepeatSafety.KEYED;
        Scripted outside = new Scripted(safety, LOST, DONE);
        assertThat(carryOut(calm().around(outside))).isEqualTo(harmless ? DONE : LOST);
        assertThat(outside.calls).hasValue(harmless ? 2 : 1);
    }

    @Test
    void a_refusal_or_a_failure_for_good_is_not_attempted_again() {
        for (Effect end : List.of(
                new Effect.Refused("no"), new Effect.Failed("no", false), new Effect.NotConfigured("set it"), DONE)) {
            Scripted outside = new Scripted(RepeatSafety.NATURAL, end);
            assertThat(carryOut(calm().around(outside))).isEqualTo(end);
            assertThat(outside.calls).hasValue(1);
        }
    }

    @Test
    void the_gate_s_word_is_not_stretched_by_another_attempt() {
        Scripted outside = new Scripted(RepeatSafety.NATURAL, BUSY);
        Actuator actuator = calm().around(outside);
        assertThat(actuator.carryOut(TestAuthorization.until(ACTION, TestAuthorization.NOW)))
                .isEqualTo(BUSY);
        assertThat(outside.calls).hasValue(1);
    }

    @Test
    void a_client_that_tries_by_itself_is_not_tried_again() {
        Scripted outside = new Scripted(RepeatSafety.NATURAL, BUSY);
        carryOut(calm().aroundOnce(outside));
        assertThat(outside.calls).hasValue(1);
    }

    @Test
    void a_party_that_keeps_failing_is_left_alone_and_tried_again_in_time() {
        Safeguards safeguards = safeguards(1, 4, 8, 1000);
        Scripted outside = new Scripted(RepeatSafety.NONE, BUSY);
        Actuator actuator = safeguards.around(outside);
        for (int i = 0; i < 4; i++) {
            carryOut(actuator);
        }
        Instant until = TestAuthorization.NOW.plusSeconds(30);
        assertThat(safeguards.leftAlone()).containsOnly(java.util.Map.entry("http api.example", until));

        assertThat(carryOut(actuator)).isInstanceOfSatisfying(Effect.Failed.class, failed -> {
            assertThat(failed.retryable()).isTrue();
            assertThat(failed.why()).contains("http api.example").contains(until.toString());
        });
        assertThat(outside.calls).as("nothing was sent").hasValue(4);
        assertThat(actuator.check(ACTION).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThatThrownBy(() -> actuator.dryRun(ACTION)).isInstanceOf(ActionInvalid.class);

        now.set(until.plusMillis(1));
        assertThat(actuator.dryRun(ACTION).calls())
                .as("a look does not use the one trial up")
                .hasSize(1);
        outside.now(DONE);
        assertThat(carryOut(actuator)).isEqualTo(DONE);
        assertThat(safeguards.leftAlone()).isEmpty();
        assertThat(carryOut(actuator)).isEqualTo(DONE);
    }

    @Test
    void the_trouble_of_one_party_is_not_another_s() {
        Safeguards safeguards = safeguards(1, 2, 8, 1000);
        Scripted outside = new Scripted(RepeatSafety.NONE, LOST);
        Actuator actuator = safeguards.around(outside);
        carryOut(actuator);
        carryOut(actuator);
        outside.now(DONE);
        assertThat(carryOut(actuator)).isInstanceOf(Effect.Failed.class);
        assertThat(carryOut(actuator, Scripted.on("other.example"))).isEqualTo(DONE);
    }

    @Test
    void a_slow_party_holds_up_no_more_than_its_places() throws Exception {
        CountDownLatch hanging = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        Actuator actuator = safeguards(1, 100, 2, 1000).around(Scripted.answering(() -> {
            hanging.countDown();
            await(release);
            return DONE;
        }));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Effect>> slow =
                    List.of(threads.submit(() -> carryOut(actuator)), threads.submit(() -> carryOut(actuator)));
            assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(carryOut(actuator)).isInstanceOfSatisfying(Effect.Failed.class, failed -> {
                assertThat(failed.why()).contains("is busy");
                assertThat(failed.retryable()).isTrue();
            });
            release.countDown();
            for (Future<Effect> one : slow) {
                assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(DONE);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_more_of_a_kind_than_a_minute_allows() {
        Scripted outside = new Scripted(RepeatSafety.NONE, DONE);
        Actuator actuator = safeguards(1, 100, 8, 2).around(outside);
        carryOut(actuator);
        carryOut(actuator);
        assertThat(carryOut(actuator))
                .isInstanceOfSatisfying(
                        Effect.Failed.class, failed -> assertThat(failed.why()).contains("acso.resilience.per-minute"));
        assertThat(outside.calls).hasValue(2);
    }

    @Test
    void an_exception_stays_one_and_counts_as_trouble() {
        Safeguards safeguards = safeguards(3, 2, 8, 1000);
        Actuator actuator = safeguards.around(Scripted.answering(() -> {
            throw new IllegalStateException("broken");
        }));
        assertThatThrownBy(() -> carryOut(actuator)).hasMessage("broken");
        assertThatThrownBy(() -> carryOut(actuator)).hasMessage("broken");
        assertThat(safeguards.leftAlone()).hasSize(1);
    }

    @Test
    void health_and_figures_show_who_is_left_alone_and_the_platform_stays_up() {
        Safeguards safeguards = safeguards(1, 2, 8, 1000);
        SimpleMeterRegistry figures = new SimpleMeterRegistry();
        Resilience beans = new Resilience();
        beans.breakerFigures(safeguards).bindTo(figures);
        Actuator actuator = safeguards.around(new Scripted(RepeatSafety.NONE, BUSY));
        carryOut(actuator);
        carryOut(actuator);
        var health = beans.connectorsHealthIndicator(safeguards).health();
        assertThat(health).isNotNull();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().toString()).contains("http api.example");
        assertThat(figures.get("resilience4j.circuitbreaker.state")
                        .tag("name", "http api.example")
                        .tag("state", "open")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void names_without_end_do_not_take_memory_without_end() {
        Safeguards safeguards = calm();
        Actuator actuator = safeguards.around(new Scripted(RepeatSafety.NONE, DONE));
        for (int i = 0; i < 1200; i++) {
            actuator.dryRun(Scripted.on("h" + i + ".example"));
        }
        assertThat(safeguards.breakers().getAllCircuitBreakers()).hasSize(1001);
    }
}
