package io.acso.edge.evidence;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ReportReference;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.ledger.Ledger;
import io.acso.platform.ledger.LedgerEntry;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the bundle of an incident; {@link BundleCheck} verifies it anywhere. */
public final class EvidenceBundle {

    private final Durability durability;
    private final Casebook casebook;
    private final ObjectStore objects;
    private final Ledger ledger;
    private final InstantSource clock;

    public EvidenceBundle(Durability durability, ObjectStore objects, Ledger ledger, InstantSource clock) {
        this.durability = durability;
        this.casebook = new Casebook(durability.records());
        this.objects = objects;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Writes report, evidence, manifest and ledger into the directory, which is made, and enters the export in the
     * ledger first.
     *
     * @throws ObjectDamaged when an object is no longer what was preserved, or is gone
     */
    public void write(String incidentId, Principal by, Path directory) throws IOException {
        Files.createDirectories(directory.resolve(Manifest.OBJECTS));
        List<Manifest.Entry> entries = copies(incidentId, directory);
        Instant now = clock.instant();
        byte[] manifest = Json.bytes(new Manifest(Manifest.SCHEMA_VERSION, incidentId, now, by, entries));
        Files.write(directory.resolve(Manifest.FILE), manifest);
        Map<String, String> facts =
                Map.of(Manifest.LEDGER_FACT, Digest.of(manifest).hex());
        durability.commit(Commit.builder()
                .add(LedgerEntry.of(now, Manifest.LEDGER_KIND, by, incidentId, incidentId, facts)
                        .append())
                .build());
        ledger.export(directory.resolve(Manifest.LEDGER));
    }

    private List<Manifest.Entry> copies(String incidentId, Path directory) throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        Optional<ReportReference> report = casebook.report(incidentId);
        if (report.isPresent()) {
            entries.add(copy(report.get().markdown(), directory, "report.md", null));
            entries.add(copy(report.get().html(), directory, "report.html", null));
        }
        for (Evidence evidence : casebook.evidence(incidentId)) {
            String path = Manifest.OBJECTS + "/" + evidence.content().hex();
            entries.add(copy(evidence.content(), directory, path, evidence));
        }
        return entries;
    }

    private Manifest.Entry copy(Digest digest, Path directory, String path, @Nullable Evidence evidence)
            throws IOException {
        byte[] content = objects.get(digest)
                .orElseThrow(() -> new ObjectDamaged("object " + digest + " (" + path + ") is gone from the store"));
        Files.write(directory.resolve(path), content);
        return new Manifest.Entry(path, digest, content.length, evidence);
    }
}
