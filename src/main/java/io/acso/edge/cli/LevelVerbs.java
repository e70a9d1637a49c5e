package io.acso.edge.cli;

import io.acso.core.autonomy.AutonomyLevel;
import io.acso.edge.client.Api;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** How far agents may go. */
final class LevelVerbs {

    private LevelVerbs() {}

    @Command(name = "levels", description = "Shows how far agents may go.", mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode levels = api().get("/agents/levels");
            if (json()) {
                print(levels);
                return DONE;
            }
            Table table = new Table("AGENT", "KIND", "LEVEL", "BY", "SINCE", "WHY");
            levels.path("settings").forEach(set -> table.row(
                    set.path("agent").asString(""),
                    set.path("kind").asString(""),
                    set.path("level").asString("").toLowerCase(Locale.ROOT),
                    set.path("by").asString(""),
                    set.path("since").asString(""),
                    set.path("reason").asString("")));
            levels.path("kinds").properties().forEach(kind -> table.row(
                    "every",
                    kind.getKey(),
                    kind.getValue().asString("").toLowerCase(Locale.ROOT),
                    "default",
                    "",
                    ""));
            table.row("every", "all else", levels.path("otherwise").asString("").toLowerCase(Locale.ROOT), "default", "", "");
            table.print(out());
            return DONE;
        }
    }

    @Command(
            name = "level",
            description = "Sets how far an agent may go with one kind of action, from now on.",
            mixinStandardHelpOptions = true)
    static final class Set extends ServerVerb {

        @Parameters(index = "0", paramLabel = "AGENT")
        private String agent = "";

        @Parameters(index = "1", paramLabel = "KIND", description = "An action kind, such as notify.webhook.")
        private String kind = "";

        @Parameters(index = "2", paramLabel = "LEVEL", description = "${COMPLETION-CANDIDATES}")
        private AutonomyLevel level = AutonomyLevel.OBSERVE;

        @Option(names = "--why", description = "Kept with the level.", defaultValue = "")
        private String why = "";

        @Override
        public Integer call() {
            JsonNode set = api().post(
                            "/agents/" + Api.escape(agent) + "/levels",
                            Map.of("kind", kind, "level", level.name(), "why", why));
            if (json()) {
                print(set);
            } else {
                say(agent + " may go as far as " + level.name().toLowerCase(Locale.ROOT) + " with " + kind);
            }
            return DONE;
        }
    }
}
