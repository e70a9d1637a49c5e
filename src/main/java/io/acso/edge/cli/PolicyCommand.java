package io.acso.edge.cli;

import io.acso.core.autonomy.AutonomyLevels;
import io.acso.core.autonomy.PoliciesInvalid;
import io.acso.core.autonomy.PolicyTrial;
import io.acso.core.autonomy.TrialInvalid;
import io.acso.edge.client.Api;
import io.acso.platform.content.ContentSource;
import io.acso.platform.content.ContentUnreadable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The gate's policies. */
@Command(
        name = "policy",
        description = "The gate's policies.",
        mixinStandardHelpOptions = true,
        subcommands = {PolicyCommand.TestVerb.class, PolicyCommand.ListAll.class, PolicyCommand.Files.class})
final class PolicyCommand {

    @Command(
            name = "list",
            description = "Shows the policies in force on the running platform, and the sets before them.",
            mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode set = api().get("/policies");
            if (json()) {
                print(set);
                return DONE;
            }
            say("in force: " + set.path("inForce").asString(""));
            set.path("policies").forEach(policy -> say("  " + policy.asString("")));
            if (set.hasNonNull("refused")) {
                say("the newest files are not in force: " + set.path("refused").asString(""));
            }
            Table table = new Table("SET", "SINCE", "POLICIES");
            set.path("history")
                    .forEach(before -> table.row(
                            before.path("hash").asString(""),
                            before.path("since").asString(""),
                            before.path("policies").asString("")));
            table.print(out());
            return DONE;
        }
    }

    @Command(
            name = "files",
            description = "Shows the files of a policy set by the hash that decisions name.",
            mixinStandardHelpOptions = true)
    static final class Files extends ServerVerb {

        @Parameters(paramLabel = "HASH")
        private String hash = "";

        @Override
        public Integer call() {
            JsonNode files = api().get("/policies/" + Api.escape(hash));
            if (json()) {
                print(files);
            } else {
                files.properties()
                        .forEach(file -> show(
                                "// " + file.getKey() + "\n" + file.getValue().asString("")));
            }
            return DONE;
        }
    }

    @Command(
            name = "test",
            description = {
                "What the gate would decide for a described action, and why. The description is JSON:",
                "{\"principal\": \"agent:incident-response\",",
                " \"action\": {\"kind\": \"aws.ec2.stop-instance\", \"target\": {\"type\": \"aws:ec2:instance\",",
                "            \"scope\": \"aws:123456789012\", \"id\": \"eu-north-1/i-0abc\"}},",
                " \"context\": {\"severity\": \"high\", \"confidence\": 90}}"
            },
            mixinStandardHelpOptions = true)
    static final class TestVerb extends Verb {

        @Parameters(
                paramLabel = "FILE",
                arity = "0..1",
                defaultValue = "-",
                description = "The described action; standard input without it.")
        private Path file = Path.of("-");

        @Option(
                names = "--content",
                paramLabel = "DIR",
                description = "A content directory whose policies/ replace the built-in ones.")
        private @Nullable Path content;

        @Override
        public Integer call() {
            if (file.toString().equals("-") && terminal().present()) {
                throw new WrongUsage("name a FILE with the described action; 'acso help policy test' shows one");
            }
            try {
                PolicyTrial trial = new PolicyTrial(
                        new ContentSource(PolicyCommand.class.getClassLoader(), content).load(),
                        AutonomyLevels.Defaults.standard());
                PolicyTrial.Outcome outcome = trial.decide(read(file));
                if (json()) {
                    print(outcome);
                } else {
                    say(outcome.decision() + ": " + outcome.explanation());
                }
                return DONE;
            } catch (TrialInvalid e) {
                throw new BadInput(file + ": " + e.getMessage(), e);
            } catch (PoliciesInvalid | ContentUnreadable e) {
                throw new BadInput(String.valueOf(e.getMessage()), e);
            }
        }
    }
}
