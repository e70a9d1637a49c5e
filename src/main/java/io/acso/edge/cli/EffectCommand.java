package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What was done to the outside world. */
@Command(
        name = "effect",
        description = "What the running platform did to the outside world.",
        mixinStandardHelpOptions = true,
        subcommands = {EffectCommand.ListAll.class, EffectCommand.Show.class, EffectCommand.Settle.class})
final class EffectCommand {

    @Command(
            name = "list",
            description = "Lists the effects of an execution; without one those that are uncertain and wait for you.",
            mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Option(names = "--execution", paramLabel = "ID", description = "Of this execution.")
        private @Nullable String execution;

        @Override
        public Integer call() {
            JsonNode page = api().get(execution == null ? "/effects" : "/effects?execution=" + Api.escape(execution));
            if (json()) {
                print(page);
                return DONE;
            }
            Table table = new Table("ID", "STATE", "KIND", "TARGET", "INTENDED");
            page.path("items")
                    .forEach(effect -> table.row(
                            effect.path("id").asString(""),
                            state(effect),
                            effect.at("/action/kind").asString(""),
                            effect.at("/action/target/id").asString(""),
                            effect.path("intended").asString("")));
            if (table.empty()) {
                say("none");
            } else {
                table.print(out());
            }
            return DONE;
        }

        /** What is taken back, or is about to be, reads as that. */
        private static String state(JsonNode effect) {
            String undo = effect.at("/undo/stage").asString("");
            return switch (undo) {
                case "", "REFUSED", "FAILED" -> effect.path("state").asString("");
                case "UNDONE" -> undo;
                default -> "UNDO " + undo;
            };
        }
    }

    @Command(name = "show", description = "Shows an effect and what would undo it.", mixinStandardHelpOptions = true)
    static final class Show extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode effect = api().get("/effects/" + Api.escape(id));
            if (json()) {
                print(effect);
                return DONE;
            }
            say(effect.path("state").asString("") + "  "
                    + effect.at("/action/kind").asString("") + " on "
                    + effect.at("/action/target/id").asString(""));
            effect.path("calls").forEach(call -> say("  " + call.asString("")));
            say("checked: " + effect.at("/check/detail").asString("no"));
            if (effect.hasNonNull("why")) {
                say("why: " + effect.path("why").asString(""));
            }
            say(
                    effect.path("inverse").isObject()
                            ? "undone by: " + effect.at("/inverse/kind").asString("") + " (acso undo " + id + ")"
                            : "nothing undoes it");
            if (effect.path("undo").isObject()) {
                say(ExecutionText.undo(effect.path("undo")));
            }
            return DONE;
        }
    }

    @Command(
            name = "settle",
            description = "Says what became of an uncertain effect, after you have looked.",
            mixinStandardHelpOptions = true)
    static final class Settle extends ServerVerb {

        /** One of both. */
        static final class Found {
            @Option(names = "--happened", description = "It is in place.", required = true)
            private boolean happened;

            @Option(names = "--not-happened", description = "It is not, and may be tried again.", required = true)
            private boolean not;
        }

        @Parameters(paramLabel = "ID")
        private String id = "";

        @ArgGroup(multiplicity = "1")
        private Found found = new Found();

        @Option(names = "--why", description = "How you know; kept with the effect.", required = true)
        private String why = "";

        @Override
        public Integer call() {
            JsonNode settled = api().post(
                            "/effects/" + Api.escape(id) + "/settle", Map.of("happened", found.happened, "why", why));
            if (json()) {
                print(settled);
            } else {
                say(id + " is " + settled.path("state").asString(""));
            }
            return DONE;
        }
    }
}
