package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import io.acso.platform.ledger.LedgerVerification.Broken;
import io.acso.platform.ledger.LedgerVerification.Verified;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a bundle from the outside in: the key, the checkpoint that it signed, the hashes whose root that states, the
 * entries that have these hashes. The list of hashes is what lets a changed entry be named.
 */
final class BundleVerifier {

    private static final int MOST_NOTE_BYTES = 64 * 1024;

    private final Bundle bundle;
    private final @Nullable Path earlierFile;

    BundleVerifier(Bundle bundle, @Nullable Path earlierFile) {
        this.bundle = bundle;
        this.earlierFile = earlierFile;
    }

    /** Ends the verification: this is what is wrong. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Broken broken;

        Found(Broken broken) {
            super(broken.toString());
            this.broken = broken;
        }
    }

    LedgerVerification verify() {
        try {
            VerifierKey key = key();
            Checkpoint signed = checkpoint(bundle.file(Bundle.CHECKPOINT), key);
            Checkpoint earlier = earlierFile == null ? null : checkpoint(earlierFile, key);
            if (earlier != null && earlier.size() > signed.size()) {
                throw broken(
                        Bundle.CHECKPOINT,
                        "was cut off: it has %d entries, the earlier checkpoint %d"
                                .formatted(signed.size(), earlier.size()));
            }
            judge(signed, earlier, scan(signed.size(), earlier == null ? 0 : earlier.size()));
            return new Verified(signed.size(), signed.root(), key.text());
        } catch (Found e) {
            return e.broken;
        }
    }

    private void judge(Checkpoint signed, @Nullable Checkpoint earlier, BundleScan scan) {
        boolean hashesSigned = scan.hashesRoot().equals(signed.root());
        boolean entriesSigned = scan.entriesRoot().equals(signed.root());
        Long differs = scan.firstDifference();
        if (hashesSigned && differs != null) {
            throw new Found(changed(differs));
        }
        if (entriesSigned && differs != null) {
            throw broken(
                    Bundle.HASHES,
                    "was changed in line %d; the entries themselves are what was signed".formatted(differs + 1));
        }
        if (earlier != null && !scan.earlierRoot().equals(earlier.root())) {
            throw broken(
                    Bundle.ENTRIES,
                    "was rewritten: its first %d entries are not those of the earlier checkpoint"
                            .formatted(earlier.size()));
        }
        if (!hashesSigned) {
            throw broken(
                    Bundle.HASHES,
                    "does not have the signed root: hashes and entries were changed or replaced"
                            + (earlier == null ? "" : ", after entry " + (earlier.size() - 1)));
        }
    }

    private BundleScan scan(long size, long earlierSize) {
        BundleScan scan = new BundleScan(earlierSize);
        try (Lines hashes = Lines.of(bundle.file(Bundle.HASHES));
                Lines entries = Lines.of(bundle.file(Bundle.ENTRIES))) {
            for (long i = 0; i < size; i++) {
                Digest listed = hash(hashes.next(), i, size);
                byte[] entry = entries.next();
                if (entry == null) {
                    throw miscounted(scan, new Broken(Bundle.ENTRIES, i, "is missing; %d were signed".formatted(size)));
                }
                scan.add(listed, MerkleTree.leafHash(entry));
            }
            if (!entries.atEnd()) {
                throw miscounted(
                        scan, new Broken(Bundle.ENTRIES, size, "was added: only %d were signed".formatted(size)));
            }
            if (!hashes.atEnd()) {
                throw broken(Bundle.HASHES, "goes on after the %d that were signed".formatted(size));
            }
            return scan;
        } catch (IOException e) {
            throw unreadable(bundle.directory().toString(), e);
        }
    }

    /** Too few or too many lines: the end may be where it shows, but a line joined or split before is the cause. */
    private static Found miscounted(BundleScan scan, Broken atEnd) {
        Long differs = scan.firstDifference();
        return new Found(differs == null ? atEnd : changed(differs));
    }

    private static Broken changed(long entry) {
        return new Broken(Bundle.ENTRIES, entry, "is not what was signed: its hash differs");
    }

    private static Digest hash(byte @Nullable [] line, long index, long size) {
        if (line == null) {
            throw broken(Bundle.HASHES, "ends after %d of %d hashes".formatted(index, size));
        }
        String text = new String(line, StandardCharsets.ISO_8859_1);
        if (!text.matches("[0-9a-f]{64}")) {
            throw broken(Bundle.HASHES, "holds no hash in line " + (index + 1));
        }
        return new Digest(text);
    }

    private VerifierKey key() {
        String text = text(bundle.file(Bundle.PUBLIC_KEY));
        if (!text.endsWith("\n")) {
            throw broken(Bundle.PUBLIC_KEY, "was changed: it does not end with its line");
        }
        try {
            return VerifierKey.parse(text.substring(0, text.length() - 1));
        } catch (MalformedNote e) {
            throw broken(Bundle.PUBLIC_KEY, String.valueOf(e.getMessage()));
        }
    }

    private static Checkpoint checkpoint(Path file, VerifierKey key) {
        try {
            return Checkpoint.verified(text(file), key);
        } catch (MalformedNote e) {
            throw broken(file.getFileName().toString(), String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_NOTE_BYTES) {
                throw broken(file.getFileName().toString(), "is far larger than such a file ever is");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw broken(file.getFileName().toString(), "was changed: it is not UTF-8");
        } catch (IOException e) {
            throw unreadable(file.getFileName().toString(), e);
        }
    }

    private static Found unreadable(String file, IOException e) {
        return e instanceof NoSuchFileException missing
                ? broken(String.valueOf(missing.getFile()), "is missing")
                : broken(file, "cannot be read: " + e.getMessage());
    }

    private static Found broken(String file, String reason) {
        return new Found(new Broken(file, null, reason));
    }
}
