package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ReportReference;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.evidence.EvidenceBundle;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An incident's report, and the bundle for whoever wants to check it. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
final class IncidentFilesController {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    /** The report styles itself and does nothing else. */
    private static final String REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Casebook casebook;
    private final ObjectStore objects;
    private final EvidenceBundle bundles;

    IncidentFilesController(Casebook casebook, ObjectStore objects, EvidenceBundle bundles) {
        this.casebook = casebook;
        this.objects = objects;
        this.bundles = bundles;
    }

    /** The report on what happened and what was done. */
    @GetMapping(path = "/report", produces = MARKDOWN)
    @Permitted("incident.read")
    ResponseEntity<byte[]> markdown(@PathVariable String id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, MARKDOWN)
                .body(report(id, ReportReference::markdown));
    }

    /** The report as a page. */
    @GetMapping(path = "/report", produces = HTML)
    @Permitted("incident.read")
    ResponseEntity<byte[]> html(@PathVariable String id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header("Content-Security-Policy", REPORT_POLICY)
                .body(report(id, ReportReference::html));
    }

    /** Report, evidence and ledger as one archive that anybody can verify. */
    @GetMapping(path = "/bundle", produces = "application/zip")
    @Permitted("evidence.export")
    void bundle(@PathVariable String id, @AuthenticationPrincipal Principal by, HttpServletResponse response)
            throws IOException {
        checkIncident(id);
        ZippedDirectory.send(id, response, directory -> bundles.write(id, by, directory));
    }

    private byte[] report(String id, Function<ReportReference, Digest> which) {
        checkIncident(id);
        ReportReference report = casebook.report(id)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND,
                        "no-report-yet",
                        "the report of incident " + id + " is written when its response has ended; ask again then"));
        Digest digest = which.apply(report);
        return objects.get(digest).orElseThrow(() -> new ObjectDamaged("object " + digest + " is gone from the store"));
    }

    private void checkIncident(String id) {
        if (casebook.incident(id).isEmpty()) {
            throw Problems.notFound("incident", id, "/incidents");
        }
    }
}
