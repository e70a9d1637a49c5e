package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Runs of playbooks. */
@Command(
        name = "execution",
        description = "Runs of playbooks on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ExecutionCommand.ListAll.class,
            ExecutionCommand.Show.class,
            ExecutionCommand.Cancel.class,
            ExecutionCommand.Answer.class
        })
final class ExecutionCommand {

    @Command(name = "list", description = "Lists executions, the newest first.", mixinStandardHelpOptions = true)
    static final class ListAll extends ListVerb {

        @Override
        String path() {
            return "/executions";
        }

        @Override
        Table heads() {
            return new Table("ID", "STATUS", "FOR", "REQUESTED", "PLAYBOOK");
        }

        @Override
        void row(Table table, JsonNode item) {
            table.row(
                    text(item, "id"),
                    text(item, "status"),
                    text(item, "subject"),
                    text(item, "requested"),
                    text(item, "playbookName"));
        }
    }

    @Command(name = "show", description = "Shows an execution and its history.", mixinStandardHelpOptions = true)
    static final class Show extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode body = api().get("/executions/" + Api.escape(id));
            if (json()) {
                print(body);
                return DONE;
            }
            JsonNode execution = body.path("execution");
            say(execution.path("playbookName").asString("") + ": "
                    + execution.path("status").asString(""));
            body.path("history").forEach(entry -> say("  " + entry));
            return DONE;
        }
    }

    @Command(
            name = "cancel",
            description = "Cancels an execution; what is under way ends first.",
            mixinStandardHelpOptions = true)
    static final class Cancel extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Option(names = "--why", description = "Kept with the execution.", defaultValue = "")
        private String why = "";

        @Override
        public Integer call() {
            JsonNode accepted = api().post("/executions/" + Api.escape(id) + "/cancel", Map.of("why", why));
            return acknowledged(this, accepted, "asked the supervisor to cancel " + id);
        }
    }

    @Command(
            name = "answer",
            description = "Says how a step that waits for a person went.",
            mixinStandardHelpOptions = true)
    static final class Answer extends ServerVerb {

        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", paramLabel = "STEP")
        private String step = "";

        @Option(names = "--failed", description = "It was not done; without this it was.")
        private boolean failed;

        @Option(names = "--text", description = "What was done, or why not.", defaultValue = "")
        private String text = "";

        @Override
        public Integer call() {
            JsonNode accepted = api().post(
                            "/executions/" + Api.escape(id) + "/steps/" + Api.escape(step) + "/answer",
                            Map.of("accepted", !failed, "text", text));
            return acknowledged(this, accepted, "told the supervisor about " + step);
        }
    }

    private static int acknowledged(Verb verb, JsonNode accepted, String words) {
        if (verb.json()) {
            verb.print(accepted);
        } else {
            verb.say(words);
        }
        return Verb.DONE;
    }
}
