package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Queues and their dead letters. */
@Command(
        name = "queue",
        description = "The agents' queues on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            QueueCommand.ListAll.class,
            QueueCommand.Dead.class,
            QueueCommand.Inspect.class,
            QueueCommand.Redrive.class,
            QueueCommand.Purge.class
        })
final class QueueCommand {

    private static final String ALL = "all";

    @Command(name = "list", description = "Lists the queues.", mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode queues = api().get("/queues");
            if (json()) {
                print(queues);
                return DONE;
            }
            Table table = new Table("QUEUE", "READY", "WAITING", "LENT", "DEAD", "OLDEST");
            queues.forEach(queue -> table.row(
                    ListVerb.text(queue, "name"),
                    ListVerb.text(queue, "ready"),
                    ListVerb.text(queue, "waiting"),
                    ListVerb.text(queue, "lent"),
                    ListVerb.text(queue, "dead"),
                    ListVerb.text(queue, "oldest")));
            table.print(out());
            return DONE;
        }
    }

    @Command(
            name = "dead",
            description = "Lists what a queue gave up, first given up first.",
            mixinStandardHelpOptions = true)
    static final class Dead extends ListVerb {

        @Parameters(paramLabel = "QUEUE")
        private String queue = "";

        @Override
        String path() {
            return letters(queue);
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

    @Command(name = "inspect", description = "Shows a dead letter with its body.", mixinStandardHelpOptions = true)
    static final class Inspect extends ServerVerb {

        @Parameters(index = "0", paramLabel = "QUEUE")
        private String queue = "";

        @Parameters(index = "1", paramLabel = "MESSAGE")
        private String message = "";

        @Override
        public Integer call() {
            JsonNode letter = api().get(letters(queue) + "/" + Api.escape(message));
            if (json()) {
                print(letter);
            } else {
                letter.properties()
                        .forEach(field -> say("%-14s %s"
                                .formatted(
                                        field.getKey(),
                                        field.getValue()
                                                .asString(field.getValue().toString()))));
            }
            return DONE;
        }
    }

    /** Does something to a dead letter or to all of them. */
    abstract static class Move extends ServerVerb {

        @Parameters(index = "0", paramLabel = "QUEUE")
        private String queue = "";

        @Parameters(index = "1", paramLabel = "MESSAGE|all")
        private String message = "";

        /** Moves what lies at a path of the API below the dead letters: one message, or some of them. */
        abstract JsonNode move(Api api, String letters, String below);

        abstract String done();

        @Override
        public Integer call() {
            if (message.equals(ALL)) {
                return all();
            }
            JsonNode moved = move(api(), letters(queue), "/" + Api.escape(message));
            if (json()) {
                print(moved);
            } else {
                say(message + " " + done() + " " + queue);
            }
            return DONE;
        }

        /** Page after page; what dies again meanwhile is left. */
        private int all() {
            Api api = api();
            Function<String, JsonNode> page = before -> move(api, letters(queue), before);
            int count = 0;
            JsonNode moved = page.apply("");
            while (!moved.path("messages").isEmpty()) {
                count += moved.path("messages").size();
                moved = page.apply("?before=" + Api.escape(moved.path("before").asString("")));
            }
            if (json()) {
                print(Map.of("queue", queue, "moved", count));
            } else {
                say(count + " " + done() + " " + queue);
            }
            return DONE;
        }
    }

    @Command(
            name = "redrive",
            description = "Puts a dead letter, or all, back into the queue.",
            mixinStandardHelpOptions = true)
    static final class Redrive extends Move {

        @Override
        JsonNode move(Api api, String letters, String below) {
            return below.startsWith("/")
                    ? api.post(letters + below + "/redrive", Map.of())
                    : api.post(letters + "/redrive" + below, Map.of());
        }

        @Override
        String done() {
            return "back in";
        }
    }

    @Command(name = "purge", description = "Deletes a dead letter, or all, for good.", mixinStandardHelpOptions = true)
    static final class Purge extends Move {

        @Override
        JsonNode move(Api api, String letters, String below) {
            return api.delete(letters + below);
        }

        @Override
        String done() {
            return "deleted from";
        }
    }

    private static String letters(String queue) {
        return "/queues/" + Api.escape(queue) + "/dead-letters";
    }
}
