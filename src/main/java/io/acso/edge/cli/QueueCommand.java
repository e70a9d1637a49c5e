package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Queues and their dead letters. */
@Command(
        name = "queue",
        description = "The agents' queues on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {QueueCommand.ListAll.class, QueueCommand.DeadLetters.class, QueueCommand.Redrive.class})
final class QueueCommand {

    @Command(name = "list", description = "Lists the queues.", mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode queues = api().get("/queues");
            if (json()) {
                print(queues);
                return DONE;
            }
            Table table = new Table("QUEUE", "READY", "LENT", "DEAD", "OLDEST");
            queues.forEach(queue -> table.row(
                    queue.path("name").asString(""),
                    queue.path("ready").asString(""),
                    queue.path("lent").asString(""),
                    queue.path("dead").asString(""),
                    queue.path("oldest").asString("")));
            table.print(out());
            return DONE;
        }
    }

    @Command(name = "dead-letters", description = "Lists what a queue gave up.", mixinStandardHelpOptions = true)
    static final class DeadLetters extends ListVerb {

        @Parameters(paramLabel = "QUEUE")
        private String queue = "";

        @Override
        String path() {
            return "/queues/" + Api.escape(queue) + "/dead-letters";
        }

        @Override
        Table heads() {
            return new Table("MESSAGE", "ATTEMPTS", "SINCE", "CAUSE");
        }

        @Override
        void row(Table table, JsonNode item) {
            table.row(text(item, "id"), text(item, "attempts"), text(item, "since"), text(item, "cause"));
        }
    }

    @Command(name = "redrive", description = "Puts a dead letter back into its queue.", mixinStandardHelpOptions = true)
    static final class Redrive extends ServerVerb {

        @Parameters(index = "0", paramLabel = "QUEUE")
        private String queue = "";

        @Parameters(index = "1", paramLabel = "MESSAGE")
        private String message = "";

        @Override
        public Integer call() {
            JsonNode after = api().post(
                            "/queues/" + Api.escape(queue) + "/dead-letters/" + Api.escape(message) + "/redrive",
                            Map.of());
            if (json()) {
                print(after);
            } else {
                say(message + " is back in " + queue);
            }
            return DONE;
        }
    }
}
