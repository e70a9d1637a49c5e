package io.acso.edge.cli;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does with incidents. */
final class IncidentChanges {

    private IncidentChanges() {}

    /** A change of one incident or of several. */
    abstract static class Change extends ServerVerb {

        @Parameters(paramLabel = "ID", arity = "1..*", description = "The incidents.")
        private List<String> ids = List.of();

        /** What to ask for, beside the incidents. */
        abstract ObjectNode wish();

        @Override
        public Integer call() {
            ObjectNode wish = wish();
            wish.set("incidents", Json.MAPPER.valueToTree(ids));
            JsonNode answer = api().post("/incidents/bulk", wish);
            if (json()) {
                print(answer);
            } else {
                answer.path("accepted").forEach(id -> say(id.asString() + ": the supervisor has it"));
            }
            answer.path("refused")
                    .forEach(refused -> note(refused.path("incident").asString() + ": "
                            + refused.path("why").asString()));
            return answer.path("refused").isEmpty() ? DONE : CHECK_FAILED;
        }
    }

    @Command(
            name = "assign",
            description = "Gives incidents to a person, or to nobody.",
            mixinStandardHelpOptions = true)
    static final class Assign extends Change {

        @Option(names = "--to", paramLabel = "PERSON", description = "Such as alice; nobody when left out.")
        private @Nullable String to;

        @Override
        ObjectNode wish() {
            ObjectNode assignment = Json.object();
            if (to != null) {
                assignment.put("to", to.contains(":") ? to : "person:" + to);
            }
            ObjectNode wish = Json.object();
            wish.set("assign", assignment);
            return wish;
        }
    }

    @Command(
            name = "status",
            description = "Holds, resolves, closes or takes up incidents again.",
            mixinStandardHelpOptions = true)
    static final class Status extends Change {

        /** The states that a person may give an incident. */
        private enum Wanted {
            IN_PROGRESS,
            ON_HOLD,
            RESOLVED,
            CLOSED
        }

        @Option(names = "--to", required = true, description = "${COMPLETION-CANDIDATES}")
        private Wanted to = Wanted.ON_HOLD;

        @Option(names = "--why", paramLabel = "TEXT", description = "For the timeline.")
        private String why = "";

        @Override
        ObjectNode wish() {
            return Json.object().put("status", to.name()).put("why", why);
        }
    }

    @Command(name = "comment", description = "Says something about an incident.", mixinStandardHelpOptions = true)
    static final class Comment extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Parameters(paramLabel = "TEXT")
        private String text = "";

        @Override
        public Integer call() {
            JsonNode comment = api().post(
                            "/incidents/" + Api.escape(id) + "/comments",
                            Json.object().put("text", text));
            if (json()) {
                print(comment);
            } else {
                say("said at " + comment.path("at").asString());
            }
            return DONE;
        }
    }
}
