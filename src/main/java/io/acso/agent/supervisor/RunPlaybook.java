package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.Value;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs a playbook because a person, a service or the step of another asks for it: planned and decided as any. */
final class RunPlaybook implements Duty {

    private static final int DEEPEST = 8;

    private final Playbooks playbooks;
    private final Planning planning;

    RunPlaybook(Playbooks playbooks, Planning planning) {
        this.playbooks = playbooks;
        this.planning = planning;
    }

    @Override
    public String kind() {
        return CaseTasks.RUN_PLAYBOOK;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        JsonNode wanted = task.arguments();
        String id = wanted.path("execution").asString();
        if (new Casebook(bench.records()).execution(id).isPresent()) {
            return new Outcome.Completed(Json.object().put("execution", id));
        }
        if (wanted.has("parent")) {
            return asStep(id, wanted, bench);
        }
        if (task.requestedBy().kind() == Principal.Kind.AGENT) {
            return new Outcome.Failed("no agent asks for a run, not " + task.requestedBy(), false, Json.object());
        }
        Digest hash = new Digest(wanted.path("hash").asString());
        Playbook playbook = playbooks.version(hash, wanted.path("playbook").asString(), bench);
        ExecutionRecord record = ExecutionRecord.asked(
                id,
                chosen(playbook),
                given(wanted),
                wanted.path("dryRun").asBoolean(false),
                task.requestedBy(),
                bench.now());
        return plan(record, playbook, bench);
    }

    /** A step of another execution: the playbook of the moment, and the same subject. */
    private Outcome asStep(String id, JsonNode wanted, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        Optional<ExecutionRecord> parent = casebook.execution(
                        wanted.path("parent").asString())
                .map(Held::value)
                .filter(found -> found.ended() == null);
        if (parent.isEmpty()) {
            return new Outcome.Completed(Json.object());
        }
        ExecutionRecord.Parent step = new ExecutionRecord.Parent(
                parent.get().id(),
                wanted.path("step").asString(),
                wanted.path("attempt").asInt());
        String wants = wanted.path("playbook").asString();
        Optional<Playbook> playbook = playbooks.library().find(wants);
        int depth = depth(parent.get(), casebook);
        ExecutionRecord record = parent.get()
                .child(
                        id,
                        playbook.map(RunPlaybook::chosen)
                                .orElse(new ExecutionRecord.Chosen(wants, wants, Digest.ofParts(wants))),
                        given(wanted),
                        step,
                        bench.now());
        if (playbook.isEmpty() || depth >= DEEPEST) {
            String why = playbook.isEmpty()
                    ? "there is no playbook " + wants + ": add it to the content directory"
                    : "playbooks call each other " + DEEPEST + " deep, and no deeper";
            ExecutionRecord dropped = record.dropped(ExecutionRecord.NOT_PLANNED, why, bench.now());
            bench.put(CaseKeys.newExecution(dropped));
            SupervisorTasks.tellParent(dropped, bench);
            return new Outcome.Completed(Json.object());
        }
        return plan(record, playbook.get(), bench);
    }

    private Outcome plan(ExecutionRecord record, Playbook playbook, Workbench bench) {
        playbooks.keep(playbook, bench);
        bench.ledger(
                "PlaybookRequested",
                record.id(),
                Map.of(
                        "playbook", playbook.id(),
                        "playbookHash", playbook.hash().hex(),
                        "by", String.valueOf(record.requestedBy())));
        planning.plan(record, playbook, values(given(record)), bench);
        return new Outcome.Completed(Json.object().put("execution", record.id()));
    }

    private static int depth(ExecutionRecord execution, Casebook casebook) {
        int depth = 0;
        Optional<ExecutionRecord> at = Optional.of(execution);
        while (at.map(ExecutionRecord::parent).isPresent() && depth < DEEPEST) {
            at = casebook.execution(Objects.requireNonNull(at.get().parent()).executionId())
                    .map(Held::value);
            depth++;
        }
        return depth;
    }

    private static ExecutionRecord.Chosen chosen(Playbook playbook) {
        return new ExecutionRecord.Chosen(playbook.id(), playbook.name(), playbook.hash());
    }

    private static ObjectNode given(JsonNode wanted) {
        return wanted.path("given").isObject() ? (ObjectNode) wanted.path("given") : Json.object();
    }

    private static ObjectNode given(ExecutionRecord record) {
        return record.given() == null ? Json.object() : record.given();
    }

    /** Variables as records keep them, by bare name. */
    static Map<String, Value> values(ObjectNode given) {
        Map<String, Value> values = new TreeMap<>();
        given.properties().forEach(entry -> values.put(entry.getKey(), Value.of(entry.getValue())));
        return values;
    }
}
