package io.acso.agent.threathunter;

import io.acso.agent.TaskMessage;
import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the rules on every event. What the events say about who came from whom is kept before the
 * findings that need it, and the position last: a replay finds the same again, under the same ids.
 */
final class DetectionFeed implements JournalReader.Consumer {

    /** Findings go to the supervisor in this order. */
    private static final String GROUP = "findings";

    private static final int OPERATIONS = 60;
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(1);

    private final Detection detection;
    private final Durability durability;
    private final InstantSource clock;
    private Instant kept = Instant.EPOCH;
    private @Nullable Item unkept;

    DetectionFeed(Detection detection, Durability durability, InstantSource clock) {
        this.detection = detection;
        this.durability = durability;
        this.clock = clock;
    }

    @Override
    public void take(List<Event> events, Item checkpoint) {
        Map<Object, Commit.Operation> batch = new LinkedHashMap<>();
        boolean changed = false;
        for (Event event : events) {
            for (EntityLink link : event.links()) {
                Item origin = CaseKeys.origin(link);
                batch.put(origin.key(), new Commit.Put(origin, Commit.Expect.ANYTHING));
            }
            for (Finding finding : detection.findings(event)) {
                found(finding, batch);
            }
            if (batch.size() >= OPERATIONS) {
                durability.commit(new Commit(List.copyOf(batch.values())));
                batch.clear();
                changed = true;
            }
        }
        unkept = checkpoint;
        if (changed || !batch.isEmpty() || due()) {
            batch.put(checkpoint.key(), JournalReader.keep(checkpoint));
            durability.commit(new Commit(List.copyOf(batch.values())));
            unkept = null;
            kept = clock.instant();
        }
    }

    @Override
    public void idle() {
        Item checkpoint = unkept;
        if (checkpoint != null) {
            durability.commit(new Commit(List.of(JournalReader.keep(checkpoint))));
            unkept = null;
            kept = clock.instant();
        }
    }

    private boolean due() {
        return kept.plus(CHECKPOINT_EVERY).isBefore(clock.instant());
    }

    private void found(Finding finding, Map<Object, Commit.Operation> batch) {
        Instant now = clock.instant();
        Item item = CaseKeys.newFinding(finding);
        Task task = CaseTasks.correlate(finding.id(), AgentName.THREAT_HUNTER, now);
        batch.put(item.key(), new Commit.Put(item, Commit.Expect.ANYTHING));
        batch.put(task.id(), new Commit.Send(task.agent().value(), TaskMessage.of(task, GROUP, trace(finding))));
        batch.put(
                "announce " + finding.id(),
                new Commit.Announce(
                        new Announcement("FindingRaised", finding.id(), finding.id(), now, Json.text(finding))));
    }

    /** W3C trace context: all that follows from a finding is one trace, whose id anybody can compute again. */
    private static String trace(Finding finding) {
        String hex = Digest.ofParts(finding.id()).hex();
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32, 48) + "-01";
    }
}
