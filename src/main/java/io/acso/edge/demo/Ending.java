package io.acso.edge.demo;

import io.acso.edge.client.Api;
import io.acso.edge.demo.Story.Tone;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.platform.ledger.LedgerVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The end of the demo: what came of it, and what is left of it. */
final class Ending {

    private final Story story;
    private final Path directory;
    private final Scratch scratch;
    private @Nullable Path report;

    Ending(Story story, Path directory, Scratch scratch) {
        this.scratch = scratch;
        this.story = story;
        this.directory = directory;
    }

    void tell(Map<String, Integer> findings, List<JsonNode> incidents, List<JsonNode> actions, StandInAccount account) {
        int all = findings.values().stream().mapToInt(Integer::intValue).sum();
        story.more(Tone.PLAIN, all + " findings by " + findings.size() + " rules");
        if (incidents.isEmpty()) {
            story.more(Tone.GOOD, "no incident: nothing that was played is one");
        }
        for (JsonNode incident : incidents) {
            JsonNode summary = incident.path("incident");
            story.more(
                    Tone.STRONG,
                    summary.path("id").asString("") + "  "
                            + summary.path("severity").asString("") + " "
                            + summary.path("priority").asString("") + "  "
                            + summary.path("status").asString("") + "  "
                            + summary.path("title").asString(""));
        }
        long took = actions.stream()
                .filter(action -> List.of("CARRIED_OUT", "ALREADY_DONE")
                        .contains(action.path("outcome").asString("")))
                .count();
        story.more(
                Tone.PLAIN,
                took + " of " + actions.size() + " actions in place; the stand-in account was changed by "
                        + account.mutations() + " calls");
    }

    /** Keeps each incident's bundle and checks it. */
    DemoResult.Ledger keep(Api api, List<JsonNode> incidents) throws IOException {
        if (incidents.isEmpty()) {
            LedgerVerification ledger = Keepsake.ledgerAlone(api, scratch.root().resolve("ledger"));
            story.more(Tone.GOOD, "ledger    " + Keepsake.words(ledger));
            return new DemoResult.Ledger(ledger instanceof LedgerVerification.Verified, Keepsake.words(ledger));
        }
        boolean intact = true;
        String detail = "";
        for (JsonNode incident : incidents) {
            Path place = incidents.size() == 1
                    ? directory
                    : directory.resolve(incident.at("/incident/id").asString(""));
            Keepsake kept = Keepsake.of(api, incident, place);
            intact &= kept.intact();
            detail = "ledger " + kept.ledgerInWords() + "; evidence " + kept.evidenceInWords();
            report = report == null ? kept.report() : report;
            story.more(kept.intact() ? Tone.GOOD : Tone.GRAVE, "ledger    " + kept.ledgerInWords());
            story.more(kept.intact() ? Tone.GOOD : Tone.GRAVE, "evidence  " + kept.evidenceInWords());
            story.more(Tone.STRONG, "report    " + kept.report());
        }
        story.more(
                Tone.QUIET,
                "Check it yourself: acso ledger verify " + directory.resolve("ledger") + "; acso evidence verify "
                        + directory);
        return new DemoResult.Ledger(intact, detail);
    }

    @Nullable
    Path report() {
        return report;
    }
}
