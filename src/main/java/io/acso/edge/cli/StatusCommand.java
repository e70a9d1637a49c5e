package io.acso.edge.cli;

import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** How the platform is. */
@Command(name = "status", description = "How the running platform is.", mixinStandardHelpOptions = true)
final class StatusCommand extends ServerVerb {

    @Override
    public Integer call() {
        JsonNode status = api().get("/status");
        if (json()) {
            print(status);
            return DONE;
        }
        say("ACSO " + status.path("version").asString("") + ", up since "
                + status.path("started").asString("") + ", health "
                + status.path("health").asString(""));
        Table agents = new Table("AGENT", "SEEN", "IN HAND", "PERFORMED", "STATE");
        status.path("agents")
                .forEach(agent -> agents.row(
                        agent.path("name").asString(""),
                        agent.path("seen").asString(""),
                        agent.path("inHand").asString(""),
                        agent.path("performed").asString(""),
                        AgentCommand.state(agent)));
        agents.print(out());
        return DONE;
    }
}
