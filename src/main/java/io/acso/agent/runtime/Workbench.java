package io.acso.agent.runtime;

import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.Timer;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent works with on one task. All that is staged here is committed with the task's end, or not at all. */
public final class Workbench {

    private final StagedRecords records;
    private final Task task;
    private final Instant now;
    private final @Nullable String traceparent;
    private final List<Commit.Operation> staged = new ArrayList<>();

    public Workbench(RecordStore records, Task task, Instant now, @Nullable String traceparent) {
        this.records = new StagedRecords(records);
        this.task = task;
        this.now = now;
        this.traceparent = traceparent;
    }

    /** When this attempt began. */
    public Instant now() {
        return now;
    }

    /** Reads by key show what was written here; queries show what is committed. */
    public RecordStore records() {
        return records;
    }

    /** Writes a record that was read at its version, or is new. */
    public void put(Item item) {
        records.put(item, Commit.Expect.version(item.version()));
    }

    /** Writes a record whatever is there. */
    public void overwrite(Item item) {
        records.put(item, Commit.Expect.ANYTHING);
    }

    /** Sends a task; those of one group are performed in order. */
    public void send(Task next, @Nullable String group) {
        staged.add(new Commit.Send(next.agent().value(), TaskMessage.of(next, group, traceparent)));
    }

    /** Sends a task when its time comes; the same id replaces an earlier one. */
    public void schedule(String timerId, Instant due, Task next, @Nullable String group) {
        staged.add(new Commit.Schedule(
                new Timer(timerId, due, next.agent().value(), TaskMessage.of(next, group, traceparent))));
    }

    /** Sets a timer; the same id replaces an earlier one. */
    public void schedule(Timer timer) {
        staged.add(new Commit.Schedule(timer));
    }

    public void cancel(String timerId) {
        staged.add(new Commit.Cancel(timerId));
    }

    /** Enters a decision or an effect into the ledger, by this agent and for this task's correlation id. */
    public void ledger(String kind, String subject, Map<String, String> facts) {
        staged.add(LedgerEntry.of(now, kind, self().principal(), subject, task.correlationId(), facts)
                .append());
    }

    /** Tells whoever looks. */
    public void announce(String type, String subject, Object body) {
        staged.add(new Commit.Announce(new Announcement(type, subject, task.correlationId(), now, Json.text(body))));
    }

    /** The operations staged so far, the records first, each once. */
    public List<Commit.Operation> staged() {
        List<Commit.Operation> all = new ArrayList<>(records.puts());
        all.addAll(staged);
        return List.copyOf(all);
    }

    private AgentName self() {
        return task.agent();
    }
}
