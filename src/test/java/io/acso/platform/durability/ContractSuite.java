package io.acso.platform.durability;

import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Message.Priority;
import io.acso.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all contract suites share: a provider, opened with a clock that the test moves. */
abstract class ContractSuite {

    static final Duration LEASE = Duration.ofSeconds(30);

    final SettableClock clock = SettableClock.atNoon();
    final DurabilityProvider provider;
    Durability durability;

    ContractSuite(DurabilityProvider provider) {
        this.provider = provider;
    }

    @BeforeEach
    void open() {
        durability = provider.open(clock, Duration.ZERO);
    }

    @AfterEach
    void close() {
        durability.close();
        provider.close();
    }

    void reopen() {
        reopen(Duration.ZERO);
    }

    void reopen(Duration indexLag) {
        durability.close();
        durability = provider.open(clock, indexLag);
    }

    void commit(Commit.Operation... operations) {
        durability.commit(new Commit(List.of(operations)));
    }

    void put(Item item) {
        durability.commit(Commit.builder().put(item).build());
    }

    void send(String queue, Message... messages) {
        for (Message message : messages) {
            commit(new Commit.Send(queue, message));
        }
    }

    void acknowledge(Delivery delivery) {
        commit(new Commit.Acknowledge(delivery));
    }

    /** The ids of what can be received now. */
    List<String> received(String queue) {
        return durability.queue(queue).receive(100, LEASE).stream()
                .map(delivery -> delivery.message().id())
                .toList();
    }

    Delivery receiveOne(String queue) {
        return durability.queue(queue).receive(1, LEASE).getFirst();
    }

    static Item item(String partition, String sort) {
        return Item.of(partition, sort, 1, Map.of("name", sort));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Message message(String id) {
        return message(id, null, Priority.NORMAL);
    }

    static Message urgent(String id) {
        return message(id, null, Priority.URGENT);
    }

    static Message inGroup(String group, String id) {
        return message(id, group, Priority.NORMAL);
    }

    static Message message(String id, @Nullable String group, Priority priority) {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        return new Message(
                id, "io.acso.test", group, priority, "incident-1", trace, 2, Json.text(Map.of("id", id, "ü", "✓")));
    }
}
