package io.acso.agent.supervisor;

import io.acso.agent.Agent;
import io.acso.agent.Workbench;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orchestrates: one duty for each kind of task. */
public final class Supervisor implements Agent {

    private final Map<String, Duty> duties;

    Supervisor(List<Duty> duties) {
        this.duties = duties.stream().collect(Collectors.toUnmodifiableMap(Duty::kind, Function.identity()));
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
}
