package io.acso.edge.api.rest;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.LeftOut;
import io.acso.agent.casebook.Moment;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.autonomy.Effects;
import io.acso.core.playbook.ExecutionState;
import io.acso.core.playbook.Fact;
import io.acso.core.playbook.HistoryEntry;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.Replay;
import io.acso.core.playbook.Story;
import io.acso.core.playbook.Value;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.edge.api.access.Permitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What happened in a run of a playbook: told, exported, and played anew. */
@RestController
@RequestMapping("/api/v1/executions/{id}")
final class ExecutionHistoryController {

    private final Casebook casebook;
    private final Effects effects;

    ExecutionHistoryController(Casebook casebook, Effects effects) {
        this.casebook = casebook;
        this.effects = effects;
    }

    /** The history in sentences. */
    @GetMapping("/story")
    @Permitted("execution.read")
    StoryBody story(@PathVariable String id) {
        ExecutionRecord execution = execution(id);
        List<HistoryEntry> history = casebook.history(id).stream()
                .map(entry -> Json.convert(entry, HistoryEntry.class))
                .toList();
        List<String> lines = new ArrayList<>(Story.of(playbook(execution), history));
        lines.add(execution.status() + (execution.why() == null ? "" : ": " + execution.why()));
        return new StoryBody(id, lines);
    }

    /** All that is kept of it, for an archive. */
    @GetMapping("/export")
    @Permitted("execution.read")
    Export export(@PathVariable String id) {
        ExecutionRecord execution = execution(id);
        JsonNode text = casebook.playbookText(hash(execution)).map(Json::tree).orElse(Json.object());
        List<Approval> approvals = execution.approvalId() == null
                ? List.of()
                : casebook.approval(execution.approvalId()).stream()
                        .map(Held::value)
                        .toList();
        return new Export(
                1,
                Json.objectOf(execution),
                text,
                approvals,
                casebook.moments(id),
                casebook.actions(id),
                casebook.leftOut(id),
                effects.of(id));
    }

    /** Plays the facts anew and compares where they lead with what is kept. */
    @GetMapping("/replay")
    @Permitted("execution.read")
    Replayed replay(@PathVariable String id) {
        ExecutionRecord execution = execution(id);
        if (execution.state() == null) {
            throw Problems.conflict("not-begun", "execution " + id + " is " + execution.status() + " and never began");
        }
        List<Fact> facts = casebook.moments(id).stream()
                .map(Moment::fact)
                .filter(Objects::nonNull)
                .map(fact -> Json.convert(fact, Fact.class))
                .toList();
        ExecutionState state = Json.convert(execution.state(), ExecutionState.class);
        Replay replay = Replay.of(playbook(execution), state, given(execution), facts);
        return new Replayed(replay.differences().isEmpty(), facts.size(), replay.differences());
    }

    private static Map<String, Value> given(ExecutionRecord execution) {
        Map<String, Value> given = new TreeMap<>();
        if (execution.given() != null) {
            execution.given().properties().forEach(entry -> given.put(entry.getKey(), Value.of(entry.getValue())));
        }
        return given;
    }

    private Playbook playbook(ExecutionRecord execution) {
        return casebook.playbookText(hash(execution))
                .map(PlaybookCheck::read)
                .orElseThrow(() -> Problems.conflict(
                        "playbook-not-kept",
                        "the version of the playbook that execution " + execution.id() + " ran is not kept any more"));
    }

    private static Digest hash(ExecutionRecord execution) {
        if (execution.playbookHash() != null) {
            return execution.playbookHash();
        }
        if (execution.state() != null) {
            return Json.convert(execution.state(), ExecutionState.class).playbookHash();
        }
        throw Problems.conflict("not-begun", "execution " + execution.id() + " never began");
    }

    private ExecutionRecord execution(String id) {
        return casebook.execution(id)
                .map(Held::value)
                .orElseThrow(() -> Problems.notFound("execution", id, "/executions"));
    }

    record StoryBody(String id, List<String> lines) {}

    record Replayed(boolean same, int facts, List<String> differences) {}

    record Export(
            int schemaVersion,
            JsonNode execution,
            @Nullable JsonNode playbook,
            List<Approval> approvals,
            List<Moment> moments,
            List<ActionResult> actions,
            List<LeftOut> leftOut,
            List<EffectRecord> effects) {}
}
