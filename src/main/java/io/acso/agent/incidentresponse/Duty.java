package io.acso.agent.incidentresponse;

import io.acso.agent.runtime.Workbench;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;

/** One kind of task that Incident Response performs. */
interface Duty {

    Outcome perform(Task task, Workbench bench);
}
