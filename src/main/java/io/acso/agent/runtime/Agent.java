package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Performs tasks of some kinds, taken from the queue of its name. */
public interface Agent {

    AgentName name();

    /** The task kinds it performs; any other is refused by the runtime. */
    Set<String> accepts();

    /**
     * Does the work. The same task may be performed again after a crash or a conflict, so whatever is not
     * staged on the workbench must be safe to repeat. Expected trouble is an {@link Outcome}; an exception
     * brings the task back later.
     */
    Outcome perform(Task task, Workbench bench);

    /** Timers that are set whenever it begins to run, for what it does again and again; none for most. */
    default List<Timer> standing(Instant now) {
        return List.of();
    }
}
