package io.acso.mainjob;

import static io.acso.testsupport.Findings.SCOPE;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.casebook.Response;
import io.acso.agent.financialintelligence.FinancialIntelligence;
import io.acso.agent.incidentresponse.IncidentResponse;
import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.runtime.Reply;
import io.acso.agent.runtime.TaskMessage;
import io.acso.agent.runtime.Workbench;
import io.acso.agent.serviceorchestration.ServiceOrchestration;
import io.acso.agent.supervisor.Supervisor;
import io.acso.agent.supervisor.SupervisorSettings;
import io.acso.core.autonomy.Actuators;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.core.autonomy.Delegations;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.KillSwitch;
import io.acso.core.autonomy.Makers;
import io.acso.core.autonomy.Policies;
import io.acso.core.playbook.Trust;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.Contents;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.InMemoryObjectStore;
import io.acso.testsupport.RecordingActuator;
import io.acso.testsupport.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The agents on one thread and a clock that stands still. What the Threat Hunter finds is told by the test. */
final class Office implements AutoCloseable {

    static final Principal ALICE = Principal.person("alice");
    static final AgentSettings AGENTS = AgentSettings.DEFAULT;

    final SettableClock clock = SettableClock.atNoon();
    final RecordingActuator outside = new RecordingActuator();
    final Durability durability;
    final KillSwitch kill;
    final Delegations delegations;
    final Effects effects;
    final InMemoryObjectStore objects = new InMemoryObjectStore();
    final List<Announcement> announced = new CopyOnWriteArrayList<>();
    private final Map<AgentName, Agent> agents;
    private final SortedMap<String, List<String>> reach = new TreeMap<>();
    private final Set<AgentName> away = new HashSet<>();
    private int told;

    /** A program of which nobody knows whose it is. */
    static final Principal STRAY = Principal.service("stray");

    private static final Makers MAKERS = new Makers() {
        @Override
        public Set<Principal> of(Principal program) {
            return Set.of();
        }

        @Override
        public boolean isAnybodys(Principal program) {
            return program.equals(STRAY);
        }
    };

    Office(Path directory, Map<String, String> overlay, List<String> standing) {
        durability = SqliteDurability.open(directory, clock, Settings.defaults());
        announced.clear();
        durability.topic().subscribe(announced::add);
        ContentSnapshot content = Contents.bundled().with(overlay);
        Policies policies = Policies.load(content);
        kill = new KillSwitch(durability, clock);
        AutonomyLevels levels = new AutonomyLevels(durability, AutonomyLevels.Defaults.standard(), clock);
        delegations = new Delegations(durability, clock);
        Inventory inventory = Inventory.of(List.of());
        Gate gate = new Gate(durability, () -> policies, () -> inventory, levels, kill, clock);
        Actuators actuators = new Actuators(List.of(outside));
        effects = new Effects(durability, gate, actuators, clock, look -> {});
        SupervisorSettings settings = new SupervisorSettings(
                Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofHours(4), Duration.ofMinutes(30), standing);
        agents = List.of(
                        new Supervisor(
                                settings,
                                AGENTS,
                                () -> content,
                                () -> policies,
                                gate,
                                () -> inventory,
                                delegations,
                                MAKERS,
                                Trust.NOBODY,
                                clock),
                        new Hunter(),
                        new IncidentResponse(actuators, effects, () -> inventory, new InMemoryJournal(), objects),
                        new ServiceOrchestration(),
                        new FinancialIntelligence(() -> content))
                .stream()
                .collect(Collectors.toMap(Agent::name, Function.identity()));
        agents.values()
                .forEach(agent -> agent.standing(clock.instant())
                        .forEach(timer -> durability.commit(
                                Commit.builder().add(new Commit.Schedule(timer)).build())));
    }

    private final class Hunter implements Agent {
        @Override
        public AgentName name() {
            return AgentName.THREAT_HUNTER;
        }

        @Override
        public Set<String> accepts() {
            return Set.of(CaseTasks.INVESTIGATE);
        }

        @Override
        public Outcome perform(Task task, Workbench bench) {
            Investigation found = new Investigation(
                    task.arguments().path("incident").asString(),
                    task.arguments().path("revision").asInt(),
                    reach,
                    List.of(),
                    1,
                    List.of(),
                    List.of());
            return new Outcome.Completed(Json.objectOf(found));
        }
    }

    /** From now on investigations find these. */
    Office reaching(String variable, String... values) {
        reach.put(variable, List.of(values));
        reach.put("accounts", List.of(SCOPE));
        return this;
    }

    /** From now on nobody investigates. */
    void nobodyInvestigates() {
        away.add(AgentName.THREAT_HUNTER);
    }

    /** From now on nothing is carried out or prepared. */
    void nobodyResponds() {
        away.add(AgentName.INCIDENT_RESPONSE);
    }

    void find(Finding finding) {
        Task task = CaseTasks.correlate(finding.id(), AgentName.THREAT_HUNTER, clock.instant());
        durability.commit(Commit.builder()
                .overwrite(CaseKeys.newFinding(finding))
                .send("supervisor", TaskMessage.of(task, "findings", null))
                .build());
        work();
    }

    /** Time passes, and all that can be done is done. */
    void pass(Duration time) {
        clock.advance(time);
        work();
    }

    /** Findings settle, and the response goes on until it needs a person or ends. */
    void settle() {
        pass(Duration.ofSeconds(6));
    }

    void work() {
        boolean worked = true;
        while (worked) {
            worked = false;
            for (Agent agent : agents.values()) {
                List<Delivery> lent = away.contains(agent.name())
                        ? List.of()
                        : durability.queue(agent.name().value()).receive(1, Duration.ofSeconds(20));
                lent.forEach(delivery -> perform(agent, delivery));
                worked |= !lent.isEmpty();
            }
        }
    }

    private void perform(Agent agent, Delivery delivery) {
        Task task = Json.read(delivery.message().body(), Task.class);
        Workbench bench = new Workbench(durability.records(), task, clock.instant(), null);
        Outcome outcome = agent.perform(task, bench);
        List<Commit.Operation> all = new ArrayList<>(bench.staged());
        if (task.replyTo() != null) {
            Reply reply = new Reply(task.id(), task.kind(), task.agent(), String.valueOf(task.replyKey()), outcome);
            Task back = new Task(
                    Digest.id("rpl", task.id()),
                    task.replyTo(),
                    Reply.KIND,
                    Json.objectOf(reply),
                    task.agent().principal(),
                    task.correlationId(),
                    null,
                    null,
                    clock.instant());
            all.add(new Commit.Send(task.replyTo().value(), TaskMessage.of(back, task.correlationId(), null)));
        }
        all.add(new Commit.Acknowledge(delivery));
        durability.commit(new Commit(all));
    }

    void ask(String kind, Principal by, ObjectNode arguments) {
        Task task = CaseTasks.toSupervisor(kind, "told-" + told++, arguments, by, clock.instant(), "told");
        durability.commit(Commit.builder()
                .send("supervisor", TaskMessage.of(task, null, null))
                .build());
        work();
    }

    void answer(Approval approval, String hash, boolean approve, Principal by) {
        ask(
                CaseTasks.ANSWER_APPROVAL,
                by,
                Json.object()
                        .put("approval", approval.id())
                        .put("planHash", hash)
                        .put("assurance", "SECOND_FACTOR")
                        .put("approve", approve)
                        .put("comment", "looked at it"));
    }

    void answer(Approval approval, boolean approve) {
        answer(approval, approval.planHash().hex(), approve, ALICE);
    }

    Casebook casebook() {
        return new Casebook(durability.records());
    }

    List<Incident> incidents() {
        return casebook().incidents(100, null).items();
    }

    Incident incident() {
        return incidents().getFirst();
    }

    Response response() {
        return casebook().response(incident().id()).orElseThrow().value();
    }

    List<Approval> approvals(Approval.Status status) {
        return casebook().approvals(100, null).items().stream()
                .filter(approval -> approval.status() == status)
                .toList();
    }

    Approval pending() {
        return approvals(Approval.Status.PENDING).getFirst();
    }

    List<ExecutionRecord> executions() {
        return casebook().executions(100, null).items();
    }

    String timeline() {
        return casebook().timeline(incident().id()).stream()
                .map(fact -> fact.text())
                .collect(Collectors.joining("\n"));
    }

    String report() {
        return new String(
                objects.get(casebook().report(incident().id()).orElseThrow().markdown())
                        .orElseThrow(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Announcements are heard on a thread of their own, in order of commits: once a later one is heard, all are. */
    List<String> facts(String type) {
        String marker = "heard-" + announced.size();
        Announcement last = new Announcement("Marker", marker, marker, clock.instant(), "{}");
        durability.commit(new Commit(List.of(new Commit.Announce(last))));
        await().until(() -> announced.contains(last));
        return announced.stream()
                .filter(fact -> fact.type().equals(type))
                .map(Announcement::subject)
                .toList();
    }

    @Override
    public void close() {
        durability.close();
    }
}
