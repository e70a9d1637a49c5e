package io.acso.edge.cli;

import io.acso.edge.client.Api;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows one page of a list. */
abstract class ListVerb extends ServerVerb {

    @Option(names = "--limit", paramLabel = "N", description = "Items of a page, 200 at the most.", defaultValue = "50")
    private int limit;

    @Option(names = "--cursor", description = "Where the page before ended.")
    private @Nullable String cursor;

    /** The list's path below the API's root. */
    abstract String path();

    abstract Table heads();

    abstract void row(Table table, JsonNode item);

    @Override
    public Integer call() {
        JsonNode page = api().get(path() + "?limit=" + limit + (cursor == null ? "" : "&cursor=" + Api.escape(cursor)));
        if (json()) {
            print(page);
            return DONE;
        }
        Table table = heads();
        page.path("items").forEach(item -> row(table, item));
        if (table.empty()) {
            say("none");
        } else {
            table.print(out());
        }
        if (page.hasNonNull("next")) {
            note("there are more: --cursor " + page.path("next").asString());
        }
        return DONE;
    }

    static String text(JsonNode item, String field) {
        return item.path(field).asString("");
    }
}
