package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Commit.Operation;
import java.sql.SQLException;
import java.time.InstantSource;

/** All tables behind one commit: carries out its operations in their order, within the writer's transaction. */
final class Tables {

    private final InstantSource clock;
    private final Messages messages;
    private final Timers timers;
    private final Lending lending;

    Tables(InstantSource clock, Settings settings) {
        this.clock = clock;
        this.messages = new Messages(settings);
        this.timers = new Timers(messages);
        this.lending = new Lending(settings);
    }

    long now() {
        return Micros.of(clock.instant());
    }

    Lending lending() {
        return lending;
    }

    Timers timers() {
        return timers;
    }

    void apply(Session session, Effects effects, Commit commit) throws SQLException {
        long now = now();
        for (Operation operation : commit.operations()) {
            apply(session, effects, operation, now);
        }
    }

    private void apply(Session session, Effects effects, Operation operation, long now) throws SQLException {
        switch (operation) {
            case Commit.Put(var item, var expected) -> Records.put(session, item, expected, now);
            case Commit.Delete(var key, var expected) -> Records.delete(session, key, expected, now);
            case Commit.Check(var key, var expected) -> Records.expect(session, key, expected, now);
            case Commit.Send(var queue, var message) -> messages.send(session, effects, queue, message, now);
            case Commit.Acknowledge(var delivery) -> messages.acknowledge(session, effects, delivery, now);
            case Commit.Redrive(var queue, var id) -> DeadLetters.redrive(session, effects, queue, id, now);
            case Commit.Purge(var queue, var id) -> DeadLetters.purge(session, queue, id, now);
            case Commit.Schedule(var timer) -> timers.schedule(session, effects, timer);
            case Commit.Cancel(var timerId) -> timers.cancel(session, timerId);
            case Commit.Append(var entry) -> Leaves.append(session, entry);
            case Commit.Announce(var fact) -> effects.announce(fact);
        }
    }

    /** Does what time has made due: sends timers, takes back messages whose lease has run out. */
    void catchUp(Session session, Effects effects, long now) throws SQLException {
        timers.fire(session, effects, now);
        lending.reclaim(session, effects, now);
    }

    /** Frees the space of what is no longer of use, some at a time. */
    void forget(Session session, long now) throws SQLException {
        messages.forget(session, now);
        Records.sweep(session, now);
    }
}
