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
            ExecutionCommand.Story.class,
            ExecutionCommand.Export.class,
            ExecutionCommand.Replay.class,
            ExecutionCommand.Cancel.class,
            ExecutionCommand.Pause.class,
            ExecutionCommand.Resume.class,
            ExecutionCommand.Retry.class,
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
            new ExecutionText(this).show(body);
            return DONE;
        }
    }

    @Command(name = "story", description = "Tells what happened, in sentences.", mixinStandardHelpOptions = true)
    static final class Story extends OfOne {

        @Override
        public Integer call() {
            JsonNode story = api().get(path() + "/story");
            if (json()) {
                print(story);
            } else {
                story.path("lines").forEach(line -> say(line.asString("")));
            }
            return DONE;
        }
    }

    @Command(
            name = "export",
            description = "Writes all that is kept of an execution as one JSON document.",
            mixinStandardHelpOptions = true)
    static final class Export extends OfOne {

        @Override
        public Integer call() {
            print(api().get(path() + "/export"));
            return DONE;
        }
    }

    @Command(
            name = "replay",
            description = "Plays the history anew; exit code 1 when it does not lead to the state that is kept.",
            mixinStandardHelpOptions = true)
    static final class Replay extends OfOne {

        @Override
        public Integer call() {
            JsonNode replayed = api().get(path() + "/replay");
            if (json()) {
                print(replayed);
            } else {
                say(replayed.path("facts").asInt() + " facts, "
                        + (replayed.path("same").asBoolean()
                                ? "the same state"
                                : "another state: " + replayed.path("differences")));
            }
            return replayed.path("same").asBoolean() ? DONE : CHECK_FAILED;
        }
    }

    @Command(
            name = "cancel",
            description = "Cancels an execution; what is under way ends first.",
            mixinStandardHelpOptions = true)
    static final class Cancel extends OfOne {

        @Option(names = "--why", description = "Kept with the execution.", defaultValue = "")
        private String why = "";

        @Override
        public Integer call() {
            return ask("cancel", Map.of("why", why));
        }
    }

    @Command(
            name = "pause",
            description = "What is under way goes on to its end, nothing new begins.",
            mixinStandardHelpOptions = true)
    static final class Pause extends OfOne {

        @Option(names = "--why", description = "Kept with the execution.", defaultValue = "")
        private String why = "";

        @Override
        public Integer call() {
            return ask("pause", Map.of("why", why));
        }
    }

    @Command(name = "resume", description = "Goes on with what was paused.", mixinStandardHelpOptions = true)
    static final class Resume extends OfOne {

        @Override
        public Integer call() {
            return ask("resume", Map.of());
        }
    }

    @Command(
            name = "retry",
            description = "Goes on with a failed execution from the steps that failed.",
            mixinStandardHelpOptions = true)
    static final class Retry extends OfOne {

        @Override
        public Integer call() {
            return ask("retry", Map.of());
        }
    }

    /** About one execution. */
    abstract static class OfOne extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        String path() {
            return "/executions/" + Api.escape(id);
        }

        int ask(String what, Map<String, String> body) {
            return acknowledged(
                    this, api().post(path() + "/" + what, body), "asked the supervisor to " + what + " " + id);
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
