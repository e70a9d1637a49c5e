package io.acso.bench;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.runtime.TaskMessage;
import io.acso.core.playbook.Playbook;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Asks for one execution, as {@code acso playbook run} does. */
final class Begin {

    private Begin() {}

    static String id(String name) {
        return Digest.id("exe", name);
    }

    static void execution(Durability durability, Playbook playbook, String name) {
        String id = id(name);
        ObjectNode wanted = Json.object()
                .put("execution", id)
                .put("playbook", playbook.id())
                .put("hash", playbook.hash().hex());
        wanted.putObject("given").put("subject", name);
        durability.commit(Commit.builder()
                .send(
                        AgentName.SUPERVISOR.value(),
                        TaskMessage.of(
                                CaseTasks.toSupervisor(
                                        CaseTasks.RUN_PLAYBOOK,
                                        id,
                                        wanted,
                                        Principal.person("bench"),
                                        Instant.now(),
                                        id),
                                null,
                                null))
                .build());
    }
}
