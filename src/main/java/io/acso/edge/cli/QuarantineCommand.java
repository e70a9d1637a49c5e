package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Records that could not be read. */
@Command(
        name = "quarantine",
        description = "Records that the running platform could not read.",
        mixinStandardHelpOptions = true,
        subcommands = {QuarantineCommand.ListAll.class, QuarantineCommand.Replay.class})
final class QuarantineCommand {

    @Command(name = "list", description = "Lists them, the newest day first.", mixinStandardHelpOptions = true)
    static final class ListAll extends ListVerb {

        @Override
        String path() {
            return "/quarantine";
        }

        @Override
        Table heads() {
            return new Table("ID", "TIME", "SIZE", "FROM", "REASON");
        }

        @Override
        void row(Table table, JsonNode item) {
            table.row(
                    text(item, "id"),
                    text(item, "time"),
                    text(item, "size"),
                    text(item, "origin"),
                    text(item, "reason"));
        }
    }

    @Command(name = "replay", description = "Tries a record, or 'all', again.", mixinStandardHelpOptions = true)
    static final class Replay extends ServerVerb {

        @Parameters(paramLabel = "ID|all")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode receipt = api().post("/quarantine/" + Api.escape(id) + "/replay", Map.of());
            if (json()) {
                print(receipt);
            } else {
                say(IngestCommand.describe(receipt));
            }
            return receipt.path("quarantined").asInt(0) == 0 ? DONE : CHECK_FAILED;
        }
    }
}
