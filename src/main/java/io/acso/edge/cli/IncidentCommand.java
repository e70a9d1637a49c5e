package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Cases. */
@Command(
        name = "incident",
        description = "Cases on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            IncidentCommand.ListAll.class,
            IncidentCommand.Show.class,
            IncidentCommand.Report.class,
            IncidentCommand.Bundle.class,
            IncidentChanges.Assign.class,
            IncidentChanges.Status.class,
            IncidentChanges.Comment.class
        })
final class IncidentCommand {

    @Command(name = "list", description = "Lists incidents, the newest first.", mixinStandardHelpOptions = true)
    static final class ListAll extends ListVerb {

        @Override
        String path() {
            return "/incidents";
        }

        @Override
        Table heads() {
            return new Table("ID", "SEVERITY", "PRIORITY", "STATUS", "FINDINGS", "OPENED", "TITLE");
        }

        @Override
        void row(Table table, JsonNode item) {
            table.row(
                    text(item, "id"),
                    text(item, "severity"),
                    text(item, "priority"),
                    text(item, "status"),
                    text(item, "findings"),
                    text(item, "opened"),
                    text(item, "title"));
        }
    }

    @Command(name = "show", description = "Shows an incident.", mixinStandardHelpOptions = true)
    static final class Show extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode body = api().get("/incidents/" + Api.escape(id));
            if (json()) {
                print(body);
                return DONE;
            }
            JsonNode incident = body.path("incident");
            say(incident.path("title").asString("") + " ("
                    + incident.path("severity").asString("") + ", "
                    + incident.path("priority").asString("") + ", "
                    + incident.path("status").asString("") + ")");
            body.path("timeline")
                    .forEach(fact -> say("  " + fact.path("at").asString("") + "  "
                            + fact.path("text").asString("")));
            Table actions = new Table("ACTION", "TARGET", "OUTCOME", "DETAIL");
            body.path("actions")
                    .forEach(result -> actions.row(
                            result.at("/action/kind").asString(""),
                            result.at("/action/target/id").asString(""),
                            result.path("outcome").asString(""),
                            result.path("detail").asString("")));
            if (!actions.empty()) {
                actions.print(out());
            }
            return DONE;
        }
    }

    @Command(name = "report", description = "Prints an incident's report.", mixinStandardHelpOptions = true)
    static final class Report extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Option(names = "--html", description = "HTML instead of Markdown.")
        private boolean html;

        @Override
        public Integer call() {
            byte[] report =
                    api().bytes("/incidents/" + Api.escape(id) + "/report", html ? "text/html" : "text/markdown");
            show(new String(report, StandardCharsets.UTF_8).stripTrailing());
            return DONE;
        }
    }

    @Command(
            name = "bundle",
            description = "Fetches an incident's report, evidence and ledger as one zip file.",
            mixinStandardHelpOptions = true)
    static final class Bundle extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Option(names = "--to", paramLabel = "FILE", description = "Where to; else ID.zip.")
        private @Nullable Path to;

        @Override
        public Integer call() {
            byte[] zip = api().bytes("/incidents/" + Api.escape(id) + "/bundle", "application/zip");
            Path file = to == null ? Path.of(id + ".zip") : to;
            try {
                Files.write(file, zip);
            } catch (IOException e) {
                throw new BadInput(file + ": cannot be written (" + e + "); name another place with --to", e);
            }
            say(file + ": unpack it, then 'acso evidence verify DIR' and 'acso ledger verify DIR/ledger'");
            return DONE;
        }
    }
}
