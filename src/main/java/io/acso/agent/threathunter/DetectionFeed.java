package io.acso.agent.threathunter;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.runtime.TaskMessage;
import io.acso.domain.event.EntityLink;
import io.acso.domain.event.Event;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the rules on every event. What the events say about who came from whom is kept before the
 * findings that need it, and the position last, with what detection remembers there: a replay finds the same again,
 * under the same ids.
 */
final class DetectionFeed implements JournalReader.Consumer {

    private static final System.Logger LOG = System.getLogger(DetectionFeed.class.getName());

    /** Findings go to the supervisor in this order. */
    private static final String GROUP = "findings";

    private final Detection detection;
    private final Durability durability;
    private final InstantSource clock;
    private final DetectionMemory memory;
    private @Nullable Item unkept;

    DetectionFeed(Detection detection, Durability durability, InstantSource clock) {
        this.detection = detection;
        this.durability = durability;
        this.clock = clock;
        this.memory = new DetectionMemory(detection, durability, clock);
    }

    @Override
    public void begin(Key checkpoint) {
        unkept = null;
        FeedBatch batch = new FeedBatch(durability);
        memory.begin(checkpoint).forEach(finding -> found(finding, batch));
        batch.close(List.of());
    }

    @Override
    public void take(List<Event> events, Item checkpoint) {
        if (!memory.begun()) {
            begin(checkpoint.key());
        }
        FeedBatch batch = new FeedBatch(durability);
        for (Event event : events) {
            for (EntityLink link : Bounds.links(event.links())) {
                Item origin = CaseKeys.origin(link);
                batch.add(Map.of(origin.key(), new Commit.Put(origin, Commit.Expect.ANYTHING)), origin.body().length);
            }
            detect(event, batch);
        }
        unkept = checkpoint;
        if (memory.due() || batch.used() && memory.small()) {
            batch.close(memory.keep(checkpoint, null));
            unkept = null;
        } else {
            batch.close(List.of());
        }
    }

    /** One event that the rules cannot take must not hold up all that come after it: it is put down and passed over. */
    private void detect(Event event, FeedBatch batch) {
        List<Finding> findings;
        try {
            findings = detection.findings(event);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "the rules failed on event " + event.id() + ", which is passed over", e);
            Item failed = Item.of("undetected", event.id(), 1, Map.of("event", event.id(), "why", cause(e)));
            batch.add(Map.of(failed.key(), new Commit.Put(failed, Commit.Expect.ANYTHING)), failed.body().length);
            return;
        }
        findings.forEach(finding -> found(finding, batch));
    }

    private static String cause(Throwable e) {
        String text = e.toString();
        return text.substring(0, Math.min(text.length(), 1_000));
    }

    /** The clock is moved only after a commit that says so: a restart moves it at the same place among the events. */
    @Override
    public void idle() {
        detection.refresh();
        Item checkpoint = unkept;
        Instant now = clock.instant();
        boolean settles = memory.begun() && detection.due(now) && memory.due();
        if (settles || checkpoint != null && (memory.small() || memory.due())) {
            FeedBatch batch = new FeedBatch(durability);
            batch.close(memory.keep(checkpoint, settles ? now : null));
            unkept = null;
        }
        if (settles) {
            FeedBatch batch = new FeedBatch(durability);
            detection.settle(now).forEach(finding -> found(finding, batch));
            batch.close(List.of());
        }
    }

    private void found(Finding finding, FeedBatch batch) {
        Instant now = clock.instant();
        Item item = CaseKeys.newFinding(finding);
        Task task = CaseTasks.correlate(finding.id(), AgentName.THREAT_HUNTER, now);
        Announcement raised = new Announcement("FindingRaised", finding.id(), finding.id(), now, Json.text(finding));
        Map<Object, Commit.Operation> together = new LinkedHashMap<>();
        together.put(item.key(), new Commit.Put(item, Commit.Expect.ANYTHING));
        together.put(task.id(), new Commit.Send(task.agent().value(), TaskMessage.of(task, GROUP, trace(finding))));
        together.put("announce " + finding.id(), new Commit.Announce(raised));
        batch.add(together, 2L * item.body().length);
    }

    /** W3C trace context: all that follows from a finding is one trace, whose id anybody can compute again. */
    private static String trace(Finding finding) {
        String hex = Digest.ofParts(finding.id()).hex();
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32, 48) + "-01";
    }
}
