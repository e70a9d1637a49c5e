package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.ObjectNode;

/** Transitions of five steps in a row: tasks, each told its end, and conditions, which one transition passes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PlaybookSteps {

    private static final int STEPS = 5;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final String AGENT = "security-category--" + uuid("agent");

    private Playbook tasks = playbook(
            "action", "\"agent\":\"" + AGENT + "\",\"commands\":[{\"type\":\"x-acso-task\",\"command\":\"work\"}]");
    private Playbook conditions =
            playbook("if-condition", "\"condition\":\"__x__:value = 'y'\",\"on_true\":\"" + end() + "\"");

    @Setup
    public void prepare() {
        if (tasks().status() != ExecutionStatus.COMPLETED || conditions().status() != ExecutionStatus.COMPLETED) {
            throw new IllegalStateException("an execution does not end");
        }
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public ExecutionState tasks() {
        Transition now = Execution.begin(tasks, "exe-1", Map.of(), BEGINNING);
        for (int i = 0; i < STEPS; i++) {
            now = Execution.advance(
                    tasks, now.state(), new Fact.StepCompleted(id("action", i), 1, Json.object(), BEGINNING));
        }
        return now.state();
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public ExecutionState conditions() {
        return Execution.begin(conditions, "exe-1", Map.of(), BEGINNING).state();
    }

    private static Playbook playbook(String type, String fields) {
        ObjectNode document =
                (ObjectNode) Json.tree("{\"type\":\"playbook\",\"spec_version\":\"cacao-2.0\",\"name\":\"Bench\","
                        + "\"created\":\"2026-01-01T00:00:00Z\",\"modified\":\"2026-01-01T00:00:00Z\","
                        + "\"playbook_variables\":{\"__x__\":{\"type\":\"string\",\"value\":\"x\"}},"
                        + "\"agent_definitions\":{\"" + AGENT
                        + "\":{\"type\":\"security-category\",\"name\":\"worker\","
                        + "\"category\":[\"server\"]}}}");
        String start = "start--" + uuid("start");
        document.put("id", "playbook--" + uuid("playbook"))
                .put("created_by", "identity--" + uuid("identity"))
                .put("workflow_start", start);
        ObjectNode workflow = document.putObject("workflow");
        workflow.putObject(start).put("type", "start").put("on_completion", id(type, 0));
        for (int i = 0; i < STEPS; i++) {
            ObjectNode step = (ObjectNode) Json.tree("{" + fields + "}");
            step.put("type", type).put("on_completion", i + 1 < STEPS ? id(type, i + 1) : end());
            workflow.set(id(type, i), step);
        }
        workflow.putObject(end()).put("type", "end");
        return PlaybookCheck.read(Json.text(document));
    }

    private static String end() {
        return "end--" + uuid("end");
    }

    private static String id(String type, int i) {
        return type + "--" + uuid(type + i);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
