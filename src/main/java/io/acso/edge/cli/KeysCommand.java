package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The keys that encrypt what is kept. */
@Command(
        name = "keys",
        description = "The keys that encrypt what the running platform keeps.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeysCommand.Status.class,
            KeysCommand.Rotate.class,
            KeysCommand.Reencrypt.class,
            KeysCommand.Retire.class
        })
final class KeysCommand {

    @Command(
            name = "status",
            description = "Lists the keys, and how far re-encryption is.",
            mixinStandardHelpOptions = true)
    static final class Status extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode status = api().get("/keys");
            if (json()) {
                print(status);
                return DONE;
            }
            say("master key       " + status.path("master").asString(""));
            say("clear text       refused in " + names(status.path("clearTextRefused")));
            say("re-encryption    " + pass(status.path("reencryption")));
            Table table = new Table("DATA KEY", "CREATED", "SUPERSEDED");
            status.path("data")
                    .forEach(key -> table.row(
                            key.path("id").asString(""),
                            key.path("created").asString(""),
                            key.path("superseded").asString("encrypts")));
            table.print(out());
            return DONE;
        }
    }

    @Command(
            name = "rotate",
            description = "Makes a new data key, or with --master a new master key.",
            mixinStandardHelpOptions = true)
    static final class Rotate extends ServerVerb {

        @Option(names = "--master", description = "The key that wraps the data keys; no body is written anew.")
        private boolean master;

        @Override
        public Integer call() {
            JsonNode made = api().post(master ? "/keys/master/rotate" : "/keys/rotate", Map.of());
            if (json()) {
                print(made);
            } else {
                say(
                        master
                                ? made.path("master").asString("") + " wraps the data keys"
                                : made.path("id").asString("") + " encrypts from now on");
            }
            return DONE;
        }
    }

    @Command(
            name = "reencrypt",
            description = "Begins to bring all that is kept under the newest data key.",
            mixinStandardHelpOptions = true)
    static final class Reencrypt extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode begun = api().post("/keys/reencrypt", Map.of());
            if (json()) {
                print(begun);
            } else {
                say("re-encryption is " + begun.path("state").asString("") + ": acso keys status tells how it went");
            }
            return DONE;
        }
    }

    @Command(
            name = "retire",
            description = "Deletes a data key for good, if nothing needs it.",
            mixinStandardHelpOptions = true)
    static final class Retire extends ServerVerb {

        @Parameters(paramLabel = "KEY")
        private String key = "";

        @Override
        public Integer call() {
            JsonNode status = api().post("/keys/" + Api.escape(key) + "/retire", Map.of());
            if (json()) {
                print(status);
            } else {
                say(key + " is gone");
            }
            return DONE;
        }
    }

    private static String names(JsonNode list) {
        return list.isEmpty()
                ? "no store"
                : String.join(", ", list.valueStream().map(JsonNode::asString).toList());
    }

    private static String pass(JsonNode reencryption) {
        JsonNode pass = reencryption.path("pass");
        String state = reencryption.path("state").asString("");
        return pass.isMissingNode() || pass.isNull()
                ? state
                : "%s, %s bodies seen, %s renewed, %s unreadable"
                        .formatted(
                                state,
                                pass.path("seen").asString("0"),
                                pass.path("renewed").asString("0"),
                                pass.path("unreadable").asString("0"));
    }
}
