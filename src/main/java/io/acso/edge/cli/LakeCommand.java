package io.acso.edge.cli;

import io.acso.domain.kernel.Json;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The events of the past. */
@Command(
        name = "lake",
        description = "SQL over the events of the past, on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {LakeCommand.Query.class, LakeCommand.Schema.class})
final class LakeCommand {

    @Command(name = "query", description = "Runs one SELECT over the table events.", mixinStandardHelpOptions = true)
    static final class Query extends ServerVerb {

        @Parameters(paramLabel = "SQL")
        private String sql = "";

        @Option(names = "--rows", paramLabel = "N", description = "At the most.")
        private @Nullable Integer rows;

        @Override
        public Integer call() {
            ObjectNode wish = Json.object().put("sql", sql);
            if (rows != null) {
                wish.put("rows", rows);
            }
            JsonNode result = api().post("/lake/query", wish);
            if (json()) {
                print(result);
                return DONE;
            }
            Table table = new Table(texts(result.path("columns")));
            result.path("rows").forEach(row -> table.row(texts(row)));
            table.print(out());
            if (result.path("truncated").asBoolean()) {
                note("there are more rows: ask for them with --rows, or narrow the query");
            }
            return DONE;
        }

        private static String[] texts(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(value -> value.isValueNode() ? value.asString("") : value.toString())
                    .toArray(String[]::new);
        }
    }

    @Command(name = "schema", description = "Lists the columns that a query may name.", mixinStandardHelpOptions = true)
    static final class Schema extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode schema = api().get("/lake/schema");
            if (json()) {
                print(schema);
                return DONE;
            }
            Table table = new Table("TABLE", "COLUMN", "TYPE");
            schema.path("tables")
                    .forEach(one -> one.path("columns")
                            .forEach(column -> table.row(
                                    one.path("name").asString(),
                                    column.path("name").asString(),
                                    column.path("type").asString())));
            table.print(out());
            return DONE;
        }
    }
}
