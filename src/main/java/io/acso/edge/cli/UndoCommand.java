package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes an effect back. */
@Command(
        name = "undo",
        description = {
            "Takes an effect back: its inverse is decided by the gate like any action,",
            "and where it needs an approval, somebody else than you gives it."
        },
        mixinStandardHelpOptions = true)
final class UndoCommand extends ServerVerb {

    @Parameters(paramLabel = "ID", description = "The effect, as 'acso effect list' shows it.")
    private String id = "";

    @Option(names = "--why", description = "Kept with the request.", defaultValue = "")
    private String why = "";

    @Override
    public Integer call() {
        JsonNode accepted = api().post("/effects/" + Api.escape(id) + "/undo", Map.of("why", why));
        if (json()) {
            print(accepted);
        } else {
            say("asked the supervisor to undo " + id + "; 'acso approval list' shows whether it waits for somebody");
        }
        return DONE;
    }
}
