package io.acso.platform.ledger;

import io.acso.platform.durability.LedgerLeaf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of an exported ledger. */
record Bundle(Path directory) {

    static final String ENTRIES = "entries.ndjson";
    static final String HASHES = "hashes.txt";
    static final String CHECKPOINT = "checkpoint.txt";
    static final String PUBLIC_KEY = "public-key.txt";
    private static final String README = "README.txt";
    private static final int BATCH = 1000;

    /** Gives the entries from an index on, some at the most. */
    interface Entries {
        List<LedgerLeaf> from(long index, int max);
    }

    void write(Checkpoint checkpoint, String publicKey, Entries entries) throws IOException {
        Files.createDirectories(directory);
        try (OutputStream lines = create(ENTRIES);
                OutputStream hashes = create(HASHES)) {
            for (long at = 0; at < checkpoint.size(); at += BATCH) {
                for (LedgerLeaf leaf : entries.from(at, (int) Math.min(BATCH, checkpoint.size() - at))) {
                    write(leaf, lines, hashes);
                }
            }
        }
        Files.writeString(file(CHECKPOINT), checkpoint.note());
        Files.writeString(file(PUBLIC_KEY), publicKey + "\n");
        Files.writeString(file(README), readme(checkpoint));
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    private OutputStream create(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file(name)));
    }

    private static void write(LedgerLeaf leaf, OutputStream lines, OutputStream hashes) throws IOException {
        for (byte b : leaf.entry()) {
            if (b == '\n') {
                throw new IllegalStateException(
                        "ledger entry %d holds a line break: entries are one line of JSON".formatted(leaf.sequence()));
            }
        }
        lines.write(leaf.entry());
        lines.write('\n');
        hashes.write((MerkleTree.leafHash(leaf.entry()).hex() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String readme(Checkpoint checkpoint) {
        return """
                The ledger of %s: its first %d entries, with the proof that nothing was changed.

                entries.ndjson   one entry a line, in the bytes that were hashed
                hashes.txt       the hash of each entry: SHA-256 over a zero byte and the entry (RFC 6962)
                checkpoint.txt   size and root of the Merkle tree over them, signed (C2SP tlog-checkpoint)
                public-key.txt   the key that signed (C2SP signed-note); compare it with one from another source

                acso ledger verify DIR                      checks all of it, offline
                acso ledger verify DIR --checkpoint FILE    and that it extends an earlier checkpoint.txt
                """.formatted(checkpoint.origin(), checkpoint.size());
    }
}
