package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came out of verifying an exported ledger. */
public sealed interface LedgerVerification {

    /**
     * Nothing was changed since the holder of the key signed it.
     *
     * @param publicKey whose holder that is; worth comparing with one from another source
     */
    record Verified(long size, Digest root, String publicKey) implements LedgerVerification {}

    /**
     * Something was changed, or is missing.
     *
     * @param file the bundle's file that shows it
     * @param entry index of the first bad entry, counting from 0 (its line is one more); null when it is not an entry
     * @param reason what is wrong with it
     */
    record Broken(String file, @Nullable Long entry, String reason) implements LedgerVerification {

        @Override
        public String toString() {
            return entry == null
                    ? file + " " + reason
                    : "entry %d (line %d of %s) %s".formatted(entry, entry + 1, file, reason);
        }
    }

    /**
     * Verifies a bundle that {@link Ledger#export} wrote; needs nothing but the files.
     *
     * @param earlierCheckpoint a checkpoint kept elsewhere, which the bundle must extend
     */
    static LedgerVerification verify(Path bundle, Optional<Path> earlierCheckpoint) {
        return new BundleVerifier(new Bundle(bundle), earlierCheckpoint.orElse(null)).verify();
    }
}
