package io.acso.edge.operations;

import io.acso.platform.durability.Durability;
import io.acso.platform.durability.TaskQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much waits in each queue, and for how long the oldest has. */
@Component
final class QueueGauges {

    private final Durability durability;
    private final MultiGauge ready;
    private final MultiGauge dead;
    private final MultiGauge oldest;

    QueueGauges(Durability durability, MeterRegistry meters) {
        this.durability = durability;
        this.ready = MultiGauge.builder("acso.queue.ready")
                .description("messages that wait")
                .register(meters);
        this.dead = MultiGauge.builder("acso.queue.dead")
                .description("messages given up")
                .register(meters);
        this.oldest = MultiGauge.builder("acso.queue.oldest")
                .description("age of the oldest message that waits")
                .baseUnit("seconds")
                .register(meters);
    }

    private record Seen(String queue, TaskQueue.Depth depth) {}

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        List<Seen> seen = durability.queues().stream()
                .map(name -> new Seen(name, durability.queue(name).depth()))
                .toList();
        fill(ready, seen, TaskQueue.Depth::ready);
        fill(dead, seen, TaskQueue.Depth::dead);
        fill(oldest, seen, depth -> depth.oldest().toMillis() / 1000.0);
    }

    private static void fill(MultiGauge gauge, List<Seen> seen, ToDoubleFunction<TaskQueue.Depth> figure) {
        gauge.register(
                seen.stream()
                        .map(queue ->
                                MultiGauge.Row.of(Tags.of("queue", queue.queue()), figure.applyAsDouble(queue.depth())))
                        .toList(),
                true);
    }
}
