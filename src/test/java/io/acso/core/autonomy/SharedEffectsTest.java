package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one durability: each effect is one process's at a time. */
class SharedEffectsTest {

    private Scene scene;
    private Plan plan;

    @BeforeEach
    void open(@TempDir Path directory) {
        scene = new Scene(directory);
        plan = scene.plan("exe-1", Outside.quarantine());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Effects process(Durability on, Pause pause) {
        return new Effects(on, scene.gate(on), scene.actuators, scene.clock, pause, Owner.oneOfMany());
    }

    private Report perform(Effects effects) {
        return effects.perform(scene.request(plan, 0), scene.approved(plan));
    }

    @Test
    void while_one_is_at_it_another_waits_and_then_gives_it_back() {
        Effects other = process(scene.durability, look -> {});
        scene.outside.passing = new Once(() -> assertThatThrownBy(() -> perform(other))
                .isInstanceOf(EffectUnderWay.class)
                .hasMessageContaining("ask again later"));
        assertThat(perform(process(scene.durability, look -> {}))).isInstanceOf(Report.Carried.class);
        assertThat(perform(other))
                .isInstanceOfSatisfying(
                        Report.Carried.class,
                        carried -> assertThat(carried.repeated()).isTrue());
        assertThat(scene.outside.carried).hasSize(1);
    }

    @Test
    void another_goes_on_when_the_lease_of_a_dead_one_has_run_out() {
        Effects dies = process(
                new Ticking(scene.durability, () -> {
                    if (!scene.outside.carried.isEmpty()) {
                        throw new IllegalStateException("the process dies before the end is committed");
                    }
                }),
                look -> {});
        assertThatThrownBy(() -> perform(dies)).hasMessageContaining("dies");
        List<Integer> looks = new ArrayList<>();
        Effects next = process(scene.durability, look -> {
            looks.add(look);
            scene.clock.advance(Duration.ofSeconds(10));
        });
        assertThat(perform(next)).isInstanceOf(Report.Carried.class);
        assertThat(looks).hasSize(3);
        assertThat(scene.outside.carried).hasSize(1);
    }

    @Test
    void a_lease_that_is_renewed_does_not_run_out() {
        EffectLeases mine = new EffectLeases(scene.durability, new Owner("a", false), scene.clock);
        EffectLeases theirs = new EffectLeases(scene.durability, new Owner("b", false), scene.clock);
        Commit.Builder commit = Commit.builder();
        scene.durability.commit(commit.addAll(mine.take("exe-1", "eff-1")).build());
        mine.keep("exe-1", "eff-1");
        for (int i = 0; i < 5; i++) {
            scene.clock.advance(EffectLeases.LENGTH.minusSeconds(1));
            assertThat(theirs.elsewhere("exe-1", "eff-1")).hasValue("a");
            mine.renew();
        }
        scene.clock.advance(EffectLeases.LENGTH);
        assertThat(theirs.elsewhere("exe-1", "eff-1")).isEmpty();
    }

    @Test
    void many_at_once_do_it_once() {
        Pause pause = Pause.doubling(Duration.ofMillis(2));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Report>> all = IntStream.range(0, 8)
                    .mapToObj(any -> process(scene.durability, pause))
                    .map(effects -> CompletableFuture.supplyAsync(() -> perform(effects), threads))
                    .toList();
            assertThat(all).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Report.Carried.class));
        }
        assertThat(scene.outside.carried).hasSize(1);
    }
}
