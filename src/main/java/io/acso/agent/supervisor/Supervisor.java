package io.acso.agent.supervisor;

import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Answering;
import io.acso.core.autonomy.Delegations;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.Makers;
import io.acso.core.autonomy.Policies;
import io.acso.core.correlation.IncidentRating;
import io.acso.core.playbook.Trust;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orchestrates: one duty for each kind of task. */
public final class Supervisor implements Agent {

    private final Map<String, Duty> duties;
    private final WatchAgents watch;

    /**
     * @param makers who is behind a program that asks
     * @param trust whose playbooks are run
     */
    public Supervisor(
            SupervisorSettings settings,
            AgentSettings agents,
            Supplier<ContentSnapshot> content,
            Supplier<Policies> policies,
            Gate gate,
            Supplier<Inventory> inventory,
            Delegations delegations,
            Makers makers,
            Trust trust,
            InstantSource clock) {
        this.watch = new WatchAgents(agents);
        Approving approving = new Approving(policies, new Answering(policies, delegations, makers), settings);
        List<Duty> all = duties(settings, new Playbooks(content, trust, clock), approving, gate, inventory);
        this.duties = Stream.concat(all.stream(), Stream.of(watch))
                .collect(Collectors.toUnmodifiableMap(Duty::kind, Function.identity()));
    }

    @Override
    public AgentName name() {
        return AgentName.SUPERVISOR;
    }

    @Override
    public Set<String> accepts() {
        return duties.keySet();
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        return Objects.requireNonNull(duties.get(task.kind()), task.kind()).perform(task, bench);
    }

    @Override
    public List<Timer> standing(Instant now) {
        return List.of(watch.next(now));
    }

    private static List<Duty> duties(
            SupervisorSettings settings,
            Playbooks playbooks,
            Approving approving,
            Gate gate,
            Supplier<Inventory> inventory) {
        Ending ending = new Ending();
        Executing executing = new Executing(playbooks, new Commands(), ending);
        Planning planning = new Planning(gate, approving, executing, settings);
        Undoing undoing = new Undoing(gate, approving);
        ChooseResponse choosing = new ChooseResponse(playbooks, planning, ending);
        List<Duty> duties = new ArrayList<>(StepDuties.all(executing));
        duties.add(new CorrelateFinding(settings, new IncidentRating(inventory)));
        duties.add(new AssessIncident(settings));
        duties.add(new DirectIncident(planning));
        duties.add(new TakeOutcome(
                choosing, planning, new Steps(executing, approving, settings.approvalValid()), undoing));
        duties.add(new AnswerApproval(approving, executing, undoing));
        duties.add(new EscalateApproval());
        duties.add(new ExpireApproval(executing, undoing));
        duties.add(undoing);
        duties.add(new UndoOverdue(undoing));
        duties.add(new ResponseOverdue());
        duties.add(new PlanOverdue());
        duties.add(new RunPlaybook(playbooks, planning));
        return duties;
    }
}
