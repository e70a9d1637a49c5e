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
    private final MultiGauge waiting;
    private final MultiGauge lent;
    private final MultiGauge dead;
    private final MultiGauge oldest;

    QueueGauges(Durability durability, MeterRegistry meters) {
        this.durability = durability;
        this.ready = gauge(meters, "acso.queue.ready", "messages that can be received");
        this.waiting = gauge(meters, "acso.queue.waiting", "messages behind their group or in a backoff");
        this.lent = gauge(meters, "acso.queue.lent", "messages that somebody works on");
        this.dead = gauge(meters, "acso.queue.dead", "messages given up");
        this.oldest = MultiGauge.builder("acso.queue.oldest")
                .description("age of the oldest message that nobody works on")
                .baseUnit("seconds")
                .register(meters);
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    private record Seen(String queue, TaskQueue.Depth depth) {}

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        List<Seen> seen = durability.queues().stream()
                .map(name -> new Seen(name, durability.queue(name).depth()))
                .toList();
        fill(ready, seen, TaskQueue.Depth::ready);
        fill(waiting, seen, TaskQueue.Depth::waiting);
        fill(lent, seen, TaskQueue.Depth::lent);
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
