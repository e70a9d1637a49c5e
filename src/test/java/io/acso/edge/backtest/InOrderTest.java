package io.acso.edge.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void results_come_in_the_order_of_the_things(int threads) {
        List<Integer> told = new ArrayList<>();
        try (InOrder<Integer, Integer> work = new InOrder<>(threads, InOrderTest::spin, told::add)) {
            IntStream.range(0, 500).forEach(work::add);
        }
        assertThat(told).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    /** Takes longer for some than for others. */
    private static int spin(int thing) {
        long sum = 0;
        for (int i = 0; i < thing % 7 * 10_000; i++) {
            sum += i * 31L;
        }
        return sum == -1 ? -1 : thing;
    }

    @Test
    void a_result_is_told_while_nothing_more_is_added() {
        List<Integer> told = java.util.Collections.synchronizedList(new ArrayList<>());
        try (InOrder<Integer, Integer> work = new InOrder<>(2, thing -> thing, told::add)) {
            work.add(1);
            Awaitility.await().until(() -> told.equals(List.of(1)));
        }
    }

    @Test
    void few_are_under_way_when_nobody_takes_the_results() throws InterruptedException {
        AtomicInteger worked = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        InOrder<Integer, Integer> work =
                new InOrder<>(2, thing -> thing + 0 * worked.incrementAndGet(), result -> await(open));
        Thread adding = Thread.ofPlatform().start(() -> IntStream.range(0, 1000).forEach(work::add));
        Awaitility.await().until(() -> adding.getState() == Thread.State.WAITING);
        assertThat(worked.get()).isLessThan(20);
        open.countDown();
        adding.join();
        work.close();
        assertThat(worked.get()).isEqualTo(1000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_failure_of_work_reaches_who_adds(int threads) {
        assertThatThrownBy(() -> {
                    try (InOrder<Integer, Integer> work = new InOrder<>(threads, thing -> 10 / (thing - 5), x -> {})) {
                        IntStream.range(0, 100).forEach(work::add);
                    }
                })
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_failure_of_the_sink_reaches_who_adds(int threads) {
        assertThatThrownBy(() -> {
                    try (InOrder<Integer, Integer> work = new InOrder<>(threads, thing -> thing, result -> {
                        throw new IllegalArgumentException("full");
                    })) {
                        IntStream.range(0, 100).forEach(work::add);
                    }
                })
                .hasMessage("full");
    }
}
