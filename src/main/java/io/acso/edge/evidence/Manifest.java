package io.acso.edge.evidence;

import io.acso.domain.evidence.Evidence;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in a bundle, who exported it and when; {@code manifest.json}. */
record Manifest(int schemaVersion, String incident, Instant exported, Principal by, List<Entry> files) {

    static final int SCHEMA_VERSION = 1;
    static final String FILE = "manifest.json";
    static final String LEDGER = "ledger";
    static final String OBJECTS = "evidence";
    /** The kind of the ledger entry that vouches for a manifest, and the fact with its hash. */
    static final String LEDGER_KIND = "BundleExported";

    static final String LEDGER_FACT = "manifest";

    /**
     * One file.
     *
     * @param path within the bundle
     * @param evidence its origin and custody; null for a report
     */
    record Entry(
            String path, Digest sha256, long size, @Nullable Evidence evidence) {}

    Manifest {
        files = List.copyOf(files);
    }
}
