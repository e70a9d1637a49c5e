package io.acso.agent.supervisor;

import io.acso.agent.runtime.Workbench;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;

/** One kind of task that the supervisor performs. */
interface Duty {

    String kind();

    Outcome perform(Task task, Workbench bench);
}
