package io.acso.platform.durability.aws;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Commit.Operation;
import io.acso.platform.durability.CommitLimits;
import io.acso.platform.durability.Delivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns a commit into a transaction: one item for each operation. */
final class Commits {

    private final Table table;
    private final Records records;
    private final Messages messages;
    private final Timers timers;
    private final Leaves leaves;
    private final QueueNames names;

    Commits(Table table, Messages messages, Timers timers, Leaves leaves, QueueNames names) {
        this.table = table;
        this.records = new Records(table.name());
        this.messages = messages;
        this.timers = timers;
        this.leaves = leaves;
        this.names = names;
    }

    /**
     * What follows from a commit in this process.
     *
     * @param sent queues with the number of messages sent to each
     * @param touched queues in which something ended, so that the next of its group may go on
     */
    record Aftermath(Map<String, Integer> sent, Set<String> touched, List<Announcement> facts) {}

    Aftermath commit(Commit commit, long now) {
        CommitLimits.check(commit);
        Set<String> ending = ending(commit);
        Aftermath after = new Aftermath(new TreeMap<>(), new HashSet<>(), new ArrayList<>());
        List<Write> writes = new ArrayList<>();
        for (Operation operation : commit.operations()) {
            writes.addAll(writes(operation, ending, after, now));
        }
        table.transact(writes);
        commit.operations().forEach(timers::scheduled);
        return after;
    }

    private List<Write> writes(Operation operation, Set<String> ending, Aftermath after, long now) {
        return switch (operation) {
            case Commit.Put(var item, var expected) -> List.of(records.put(item, expected, now));
            case Commit.Delete(var key, var expected) -> List.of(records.delete(key, expected, now));
            case Commit.Check(var key, var expected) -> records.check(key, expected, now);
            case Commit.Send send -> send(send, ending, after, now);
            case Commit.Acknowledge(var delivery) -> {
                after.touched.add(delivery.queue());
                yield List.of(messages.acknowledge(delivery, now));
            }
            case Commit.Redrive(var queue, var id) -> {
                after.sent.merge(queue, 1, Integer::sum);
                yield List.of(messages.redrive(queue, id, now));
            }
            case Commit.Purge(var queue, var id) -> List.of(messages.purge(queue, id, now));
            case Commit.Schedule(var timer) -> List.of(timers.schedule(timer));
            case Commit.Cancel(var timerId) -> List.of(timers.cancel(timerId));
            case Commit.Append(var entry) -> List.of(leaves.append(entry));
            case Commit.Announce(var fact) -> {
                after.facts.add(fact);
                yield List.of();
            }
        };
    }

    private List<Write> send(Commit.Send send, Set<String> ending, Aftermath after, long now) {
        if (ending.contains(address(send.queue(), send.message().id()))) {
            // A copy of what this same commit acknowledges.
            return List.of();
        }
        names.remember(send.queue());
        after.sent.merge(send.queue(), 1, Integer::sum);
        return List.of(messages.send(send.queue(), send.message(), now));
    }

    private static Set<String> ending(Commit commit) {
        Set<String> ending = new HashSet<>();
        for (Operation operation : commit.operations()) {
            if (operation instanceof Commit.Acknowledge(Delivery delivery)) {
                ending.add(address(delivery.queue(), delivery.message().id()));
            }
        }
        return ending;
    }

    private static String address(String queue, String id) {
        return queue + '\u001f' + id;
    }
}
