package io.acso.agent.incidentresponse;

import static io.acso.agent.incidentresponse.MarkdownReport.time;
import static io.acso.agent.incidentresponse.MarkdownReport.words;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.LeftOut;
import io.acso.agent.incidentresponse.IncidentStory.Run;
import io.acso.core.autonomy.Approval;
import io.acso.domain.kernel.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was decided, who approved it, and what was done, for every execution of an incident. */
final class ResponseSections {

    private final List<Run> runs;
    private final Markdown page;

    ResponseSections(List<Run> runs, Markdown page) {
        this.runs = runs;
        this.page = page;
    }

    void write() {
        page.heading(2, "Decisions");
        runs.forEach(run -> decided(run.execution()));
        orElse(runs.isEmpty(), "No response was chosen.");
        leftOut(runs.stream().flatMap(run -> run.leftOut().stream()).toList());
        actions(runs.stream().flatMap(run -> run.actions().stream()).toList());
        page.heading(2, "Approval");
        List<Approval> asked =
                runs.stream().flatMap(run -> run.approval().stream()).toList();
        asked.forEach(this::approval);
        orElse(asked.isEmpty(), "No approval was needed.");
    }

    private void orElse(boolean nothing, String words) {
        if (nothing) {
            page.paragraph(words);
        }
    }

    private void decided(ExecutionRecord execution) {
        page.paragraph("Playbook: " + execution.playbookName() + " (" + execution.playbookId() + "), execution "
                + execution.id() + ", " + words(execution.status()).toLowerCase(Locale.ROOT));
        page.table(
                List.of("Action", "Target", "Decision", "Policies", "Explanation"),
                execution.decisions().stream()
                        .map(said -> List.of(
                                said.action().kind(),
                                said.action().target().id(),
                                words(said.decision().verdict()),
                                String.join(", ", said.decision().policies()),
                                said.decision().explanation()))
                        .toList());
    }

    private void leftOut(List<LeftOut> actions) {
        if (actions.isEmpty()) {
            return;
        }
        page.heading(2, "Left out");
        page.paragraph("These actions could not be planned, so nobody decided on them and none was carried out.");
        page.table(
                List.of("Action", "Target", "Why"),
                actions.stream()
                        .map(action -> List.of(action.kind(), action.target(), action.why()))
                        .toList());
    }

    private void actions(List<ActionResult> results) {
        page.heading(2, "Actions");
        if (results.isEmpty()) {
            page.paragraph("No action on the outside world was carried out.");
            return;
        }
        page.table(
                List.of("Time", "Action", "Target", "Outcome", "Detail", "Exact calls", "Undone by"),
                results.stream().map(ResponseSections::action).toList());
    }

    private static List<String> action(ActionResult result) {
        return List.of(
                time(result.at()),
                result.action().kind(),
                result.action().target().id(),
                words(result.outcome()),
                result.detail(),
                String.join("; ", result.calls()),
                result.inverse() == null ? "nothing" : result.inverse().kind());
    }

    private void approval(Approval approval) {
        page.pairs(
                "Approval", approval.id(),
                "Answer", words(approval.status()),
                "By", name(approval.answeredBy()),
                "At", time(approval.answered()),
                "Plan", approval.planHash().hex(),
                "Comment", approval.comment() == null ? "" : approval.comment());
    }

    private static String name(@Nullable Principal who) {
        if (who == null) {
            return "nobody";
        }
        return who.kind() == Principal.Kind.PERSON
                ? who.name()
                : who.name() + ", " + words(who.kind()).toLowerCase(Locale.ROOT);
    }
}
