package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Agents and their kill switch. */
@Command(
        name = "agent",
        description = "The agents of the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AgentCommand.ListAll.class,
            AgentCommand.Stop.class,
            AgentCommand.Resume.class,
            LevelVerbs.ListAll.class,
            LevelVerbs.Set.class
        })
final class AgentCommand {

    static String state(JsonNode agent) {
        if (agent.path("killed").asBoolean(false)) {
            return "stopped";
        }
        return agent.path("silent").asBoolean(false) ? "silent" : "alive";
    }

    @Command(name = "list", description = "Lists the agents.", mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode agents = api().get("/agents");
            if (json()) {
                print(agents);
                return DONE;
            }
            Table table = new Table("AGENT", "STATE", "SEEN", "IN HAND", "PERFORMED", "FAILED", "WAITING");
            agents.forEach(agent -> table.row(
                    agent.path("name").asString(""),
                    state(agent),
                    agent.path("seen").asString(""),
                    agent.path("inHand").asString(""),
                    agent.path("performed").asString(""),
                    agent.path("failed").asString(""),
                    agent.path("waiting").asString("")));
            table.print(out());
            return DONE;
        }
    }

    @Command(
            name = "stop",
            description = "Stops an agent, or 'all': it acts no more until it is resumed.",
            mixinStandardHelpOptions = true)
    static final class Stop extends Switch {
        @Override
        String verb() {
            return "kill";
        }
    }

    @Command(name = "resume", description = "Lets a stopped agent act again.", mixinStandardHelpOptions = true)
    static final class Resume extends Switch {
        @Override
        String verb() {
            return "release";
        }
    }

    /** Moves the kill switch. */
    abstract static class Switch extends ServerVerb {

        @Parameters(paramLabel = "AGENT|all")
        private String agent = "";

        @Option(names = "--why", description = "Kept with the switch.", defaultValue = "")
        private String why = "";

        abstract String verb();

        @Override
        public Integer call() {
            JsonNode switched = api().post("/agents/" + Api.escape(agent) + "/" + verb(), Map.of("why", why));
            if (json()) {
                print(switched);
            } else {
                say(agent + (switched.path("killed").asBoolean(false) ? " is stopped" : " may act again"));
            }
            return DONE;
        }
    }
}
