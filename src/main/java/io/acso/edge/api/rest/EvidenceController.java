package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.kernel.Digest;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was preserved of an incident. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/evidence")
final class EvidenceController {

    private final Casebook casebook;
    private final ObjectStore objects;

    EvidenceController(Casebook casebook, ObjectStore objects) {
        this.casebook = casebook;
        this.objects = objects;
    }

    /** What was preserved: where it came from, its hash, and who handled it. */
    @GetMapping
    @Permitted("evidence.read")
    List<Evidence> list(@PathVariable String id) {
        if (casebook.incident(id).isEmpty()) {
            throw Problems.notFound("incident", id, "/incidents");
        }
        return casebook.evidence(id);
    }

    /** Hashes the object anew: whether it is still what was preserved. */
    @GetMapping("/{evidenceId}/verification")
    @Permitted("evidence.read")
    Verification verify(@PathVariable String id, @PathVariable String evidenceId) {
        Evidence evidence = evidence(id, evidenceId);
        try {
            Optional<byte[]> kept = objects.get(evidence.content());
            return kept.map(bytes -> verified(evidence, bytes))
                    .orElseGet(() -> new Verification(false, evidence.content(), "it is gone from the store"));
        } catch (ObjectDamaged damaged) {
            return new Verification(false, evidence.content(), damaged.getMessage());
        }
    }

    /** The object itself, never shown by a browser. */
    @GetMapping(path = "/{evidenceId}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Permitted("evidence.read")
    ResponseEntity<byte[]> content(@PathVariable String id, @PathVariable String evidenceId) {
        Evidence evidence = evidence(id, evidenceId);
        byte[] bytes = objects.get(evidence.content())
                .orElseThrow(() -> Problems.of(
                        HttpStatus.GONE,
                        "evidence-gone",
                        "the object " + evidence.content() + " is gone from the store; restore it from a backup"));
        String disposition = ContentDisposition.attachment()
                .filename(evidence.name().replaceAll("[^A-Za-z0-9._-]", "_"))
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .eTag(evidence.content().hex())
                .body(bytes);
    }

    private static Verification verified(Evidence evidence, byte[] bytes) {
        boolean same = Digest.of(bytes).equals(evidence.content()) && bytes.length == evidence.size();
        return new Verification(same, evidence.content(), same ? null : "its bytes are not those that were preserved");
    }

    private Evidence evidence(String incident, String id) {
        return list(incident).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("evidence", id, "/incidents/" + incident + "/evidence"));
    }

    /** @param why it is not what was preserved; absent when it is */
    record Verification(
            boolean same, Digest content, @Nullable String why) {}
}
