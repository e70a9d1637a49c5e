package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ReportReference;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Writes the incident's report, in Markdown and in HTML. */
final class WriteReport implements Duty {

    private final ObjectStore objects;

    WriteReport(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String id = task.arguments().path("incident").asString();
        Optional<IncidentStory> story = IncidentStory.of(
                new Casebook(bench.records()),
                id,
                task.arguments().path("outcome").asString(""),
                task.arguments().path("judgement").asString(""),
                bench.now());
        if (story.isEmpty()) {
            return new Outcome.Failed("there is no incident " + id, false, Json.object());
        }
        String markdown = new MarkdownReport(story.get()).text();
        String html = HtmlReport.of(markdown, story.get().incident().title());
        ReportReference report = new ReportReference(id, bench.now(), put(markdown), put(html));
        bench.overwrite(CaseKeys.item(CaseKeys.report(id), report));
        bench.ledger(
                "ReportWritten",
                id,
                Map.of(
                        "markdown",
                        report.markdown().hex(),
                        "html",
                        report.html().hex()));
        bench.announce("ReportWritten", id, report);
        return new Outcome.Completed(
                Json.object().put("report", report.markdown().hex()));
    }

    private Digest put(String text) {
        return objects.put(text.getBytes(StandardCharsets.UTF_8));
    }
}
