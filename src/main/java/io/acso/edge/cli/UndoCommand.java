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
            "and where it needs an approval, somebody else than you gives it. Refused when it was taken",
            "back already, when somebody is at it, or when what it did is no longer in place."
        },
        mixinStandardHelpOptions = true)
final class UndoCommand extends ServerVerb {

    @Parameters(paramLabel = "ID", description = "The effect, as 'acso effect list' shows it.")
    private String id = "";

    @Option(names = "--why", description = "Kept with the request.", defaultValue = "")
    private String why = "";

    @Option(names = "--dry-run", description = "Only looks: the exact call, how far it reaches, and its decision.")
    private boolean dryRun;

    @Override
    public Integer call() {
        String path = "/effects/" + Api.escape(id) + "/undo";
        JsonNode answer = dryRun ? api().get(path) : api().post(path, Map.of("why", why));
        if (json()) {
            print(answer);
        } else if (dryRun) {
            new ExecutionText(this).action(answer.path("planned"), answer.path("decision"));
        } else {
            say("asked the supervisor to undo " + id + "; 'acso effect show " + id + "' says how far it is,"
                    + " 'acso approval list' whether it waits for somebody");
        }
        return DONE;
    }
}
