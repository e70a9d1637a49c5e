package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Message.Priority;
import io.acso.testsupport.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever is done to a queue, it answers as {@link QueueModel} does. */
public abstract class QueueModelContract {

    private static final Duration LEASE = Duration.ofHours(1);

    private final Supplier<DurabilityProvider> providers;

    protected QueueModelContract(Supplier<DurabilityProvider> providers) {
        this.providers = providers;
    }

    /** What is done, and to which of the messages or deliveries at hand. */
    record Step(Kind kind, int which, @Nullable String group, Priority priority) {
        enum Kind {
            SEND,
            RECEIVE,
            ACKNOWLEDGE,
            RELEASE,
            BURY,
            EXTEND,
            REDRIVE,
            PURGE,
            LEASES_RUN_OUT,
            BACKOFFS_END
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step.Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Step.Kind.SEND)),
                Tuple.of(4, Arbitraries.just(Step.Kind.RECEIVE)),
                Tuple.of(6, Arbitraries.of(Step.Kind.class)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("g", "h").injectNull(0.4),
                        Arbitraries.of(Priority.class))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 40)
    void a_queue_answers_as_its_model(@ForAll("steps") List<Step> steps) {
        SettableClock clock = SettableClock.atNoon();
        try (DurabilityProvider provider = providers.get();
                Durability durability = provider.open(clock, Duration.ZERO)) {
            Run run = new Run(clock, durability, new QueueModel());
            steps.forEach(run::step);
            run.drain();
        }
    }

    /** The queue and its model, side by side. */
    private static final class Run {
        private final SettableClock clock;
        private final Durability durability;
        private final TaskQueue queue;
        private final QueueModel model;
        private final List<Delivery> deliveries = new ArrayList<>();

        Run(SettableClock clock, Durability durability, QueueModel model) {
            this.clock = clock;
            this.durability = durability;
            this.queue = durability.queue("q");
            this.model = model;
        }

        void step(Step step) {
            String id = "m" + step.which;
            switch (step.kind) {
                case SEND -> send(new Message(id, "t", step.group, step.priority, "c", null, 1, "{}"));
                case RECEIVE -> receive(1 + step.which % 3);
                case ACKNOWLEDGE ->
                    deliveries.stream().skip(step.which).findFirst().ifPresent(this::acknowledge);
                case RELEASE ->
                    deliveries.stream().skip(step.which).findFirst().ifPresent(lent -> {
                        queue.release(lent, "released");
                        model.release(lent);
                    });
                case BURY ->
                    deliveries.stream().skip(step.which).findFirst().ifPresent(lent -> {
                        queue.bury(lent, "buried");
                        model.bury(lent);
                    });
                case EXTEND ->
                    deliveries.stream()
                            .skip(step.which)
                            .findFirst()
                            .ifPresent(lent ->
                                    assertThat(queue.extend(lent, LEASE)).isEqualTo(model.holds(lent)));
                case REDRIVE -> assertThat(taken(new Commit.Redrive("q", id))).isEqualTo(model.redrive(id));
                case PURGE -> assertThat(taken(new Commit.Purge("q", id))).isEqualTo(model.purge(id));
                case LEASES_RUN_OUT -> leasesRunOut();
                case BACKOFFS_END -> backoffsEnd();
            }
            assertThat(queue.depth().dead()).isEqualTo(model.dead());
        }

        private void send(Message message) {
            durability.commit(Commit.builder().send("q", message).build());
            model.send(message);
        }

        private void receive(int max) {
            List<Delivery> lent = queue.receive(max, LEASE);
            assertThat(lent)
                    .extracting(delivery -> delivery.message().id() + " " + delivery.attempt())
                    .isEqualTo(model.receive(max));
            model.lent(lent);
            deliveries.addAll(lent);
        }

        private void acknowledge(Delivery delivery) {
            assertThat(taken(new Commit.Acknowledge(delivery))).isEqualTo(model.acknowledge(delivery));
        }

        private boolean taken(Commit.Operation operation) {
            try {
                durability.commit(Commit.builder().add(operation).build());
                return true;
            } catch (CommitConflict e) {
                return false;
            }
        }

        /** Far enough that every lease ends, then that every backoff does. */
        private void leasesRunOut() {
            clock.advance(LEASE);
            durability.queue("other").receive(1, LEASE);
            model.leasesRunOut();
            backoffsEnd();
        }

        private void backoffsEnd() {
            clock.advance(DurabilityProvider.BACKOFF_MOST);
            model.backoffsEnd();
        }

        /** In the end every message was acknowledged or is dead. */
        void drain() {
            leasesRunOut();
            while (model.alive()) {
                int before = deliveries.size();
                receive(3);
                deliveries.subList(before, deliveries.size()).forEach(this::acknowledge);
            }
            assertThat(queue.receive(1, LEASE)).isEmpty();
        }
    }
}
