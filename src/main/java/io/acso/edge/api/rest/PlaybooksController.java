package io.acso.edge.api.rest;

import io.acso.core.playbook.Fit;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.PlaybookInvalid;
import io.acso.core.playbook.Problem;
import io.acso.core.playbook.Variable;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.platform.content.ContentWatch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The playbooks of the content, as CACAO documents. */
@RestController
@RequestMapping("/api/v1/playbooks")
final class PlaybooksController {

    private static final String FOLDER = "playbooks/";

    private final ContentWatch content;
    private final PlaybookRuns runs;

    PlaybooksController(ContentWatch content, PlaybookRuns runs) {
        this.content = content;
        this.runs = runs;
    }

    private record Held(String text, Playbook playbook) {}

    /** The playbooks there are, by name. */
    @GetMapping
    @Permitted("playbook.read")
    List<PlaybookSummary> list() {
        return all().map(held -> PlaybookSummary.from(held.playbook()))
                .sorted(Comparator.comparing(PlaybookSummary::name))
                .toList();
    }

    /** One playbook, with its CACAO document. */
    @GetMapping("/{id}")
    @Permitted("playbook.read")
    PlaybookBody show(@PathVariable String id) {
        Held held = find(id);
        return new PlaybookBody(
                PlaybookSummary.from(held.playbook()),
                held.playbook().variables(),
                held.playbook().refusals(),
                (ObjectNode) Json.tree(held.text()));
    }

    /** Whether a document is a valid CACAO 2.0 playbook, and whether it can run here; keeps nothing. */
    @PostMapping("/check")
    @Permitted("playbook.check")
    PlaybookCheck.Checked check(@RequestBody ObjectNode document) {
        return PlaybookCheck.check(Json.text(document));
    }

    /** Runs a playbook of the content, or only plans it: every action's exact calls, and what the gate says. */
    @PostMapping("/{id}/runs")
    @Permitted("playbook.run")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> run(
            @PathVariable String id,
            @RequestBody PlaybookRun run,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return runs.begin(find(id).text(), run.variables(), run.dryRun(), key, by);
    }

    private Held find(String id) {
        return all().filter(held -> held.playbook().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("playbook", id, "/playbooks"));
    }

    private Stream<Held> all() {
        return content.get().below(FOLDER, ".json").values().stream().flatMap(PlaybooksController::read);
    }

    /** A file that is none is said at the start of the server, and by {@code acso playbook check}. */
    private static Stream<Held> read(String text) {
        try {
            return Stream.of(new Held(text, PlaybookCheck.read(text)));
        } catch (PlaybookInvalid e) {
            return Stream.of();
        }
    }

    /**
     * @param variables values of its external variables, by bare name
     * @param dryRun only plan it; nothing outside is touched
     */
    record PlaybookRun(@Nullable Map<String, JsonNode> variables, boolean dryRun) {}

    /** @param hash of the text, by which runs name the version that they run */
    record PlaybookSummary(
            String id,
            String name,
            String description,
            List<String> types,
            List<String> labels,
            int severity,
            int priority,
            int steps,
            @Nullable Fit fits,
            Digest hash) {

        static PlaybookSummary from(Playbook playbook) {
            return new PlaybookSummary(
                    playbook.id(),
                    playbook.name(),
                    playbook.description(),
                    playbook.types(),
                    playbook.labels(),
                    playbook.severity(),
                    playbook.priority(),
                    playbook.steps().size(),
                    playbook.fit(),
                    playbook.hash());
        }
    }

    /** @param refusals why it cannot run here although it is valid, each with its place and the cure */
    record PlaybookBody(
            PlaybookSummary playbook, Map<String, Variable> variables, List<Problem> refusals, ObjectNode document) {}
}
