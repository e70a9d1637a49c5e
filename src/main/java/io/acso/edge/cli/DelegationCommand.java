package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Who answers approvals for whom. */
@Command(
        name = "delegation",
        description = "Rights to answer approvals that are lent to others.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DelegationCommand.ListAll.class,
            DelegationCommand.Lend.class,
            DelegationCommand.Revoke.class
        })
final class DelegationCommand {

    @Command(name = "list", description = "Lists delegations, ended ones too.", mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode delegations = api().get("/delegations");
            if (json()) {
                print(delegations);
                return DONE;
            }
            Table table = new Table("ID", "FROM", "TO", "UNTIL", "REVOKED", "WHY");
            delegations.forEach(delegation -> table.row(
                    delegation.path("id").asString(""),
                    delegation.path("from").asString(""),
                    delegation.path("to").asString(""),
                    delegation.path("until").asString(""),
                    delegation.path("revoked").asString(""),
                    delegation.path("reason").asString("")));
            if (table.empty()) {
                say("none");
            } else {
                table.print(out());
            }
            return DONE;
        }
    }

    @Command(name = "lend", description = "Lets another person answer in your right.", mixinStandardHelpOptions = true)
    static final class Lend extends ServerVerb {

        @Parameters(paramLabel = "PERSON", description = "Such as person:bob.")
        private String to = "";

        @Option(names = "--for", paramLabel = "TIME", description = "How long, such as PT8H or P3D.", required = true)
        private Duration time = Duration.ZERO;

        @Option(names = "--why", description = "Kept with it.", defaultValue = "")
        private String why = "";

        @Override
        public Integer call() {
            Instant until = Instant.now().plus(time);
            JsonNode made = api().post("/delegations", Map.of("to", to, "until", until.toString(), "why", why));
            if (json()) {
                print(made);
            } else {
                say(to + " may answer for you until " + until + "; take it back with 'acso delegation revoke "
                        + made.path("id").asString("") + "'");
            }
            return DONE;
        }
    }

    @Command(name = "revoke", description = "Takes a delegation back at once.", mixinStandardHelpOptions = true)
    static final class Revoke extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode ended = api().post("/delegations/" + Api.escape(id) + "/revoke", Map.of());
            if (json()) {
                print(ended);
            } else {
                say(id + " is revoked");
            }
            return DONE;
        }
    }
}
