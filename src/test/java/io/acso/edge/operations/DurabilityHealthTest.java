package io.acso.edge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.testsupport.InMemoryDurability;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DurabilityHealthTest {

    private final AtomicInteger commits = new AtomicInteger();

    @Test
    void many_who_ask_at_once_cost_one_commit() {
        DurabilityHealth health = new DurabilityHealth(counting(false), () -> Instant.EPOCH);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                callers.execute(health::health);
            }
        }
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(commits).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void it_is_down_when_nothing_can_be_committed() {
        DurabilityHealth health = new DurabilityHealth(counting(true), () -> Instant.EPOCH);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    private Durability counting(boolean full) {
        InMemoryDurability inner = new InMemoryDurability();
        return (Durability) Proxy.newProxyInstance(
                Durability.class.getClassLoader(), new Class<?>[] {Durability.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Commit) {
                        commits.incrementAndGet();
                        if (full) {
                            throw new DurabilityFailure("the disk is full", null);
                        }
                    }
                    return method.invoke(inner, arguments);
                });
    }
}
