package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import java.util.HexFormat;

/**
 * The state of the ledger at one moment, signed.
 *
 * @param origin the ledger's name, which is also its key's
 * @param size how many entries it has
 * @param root over all of them, as RFC 6962 says
 * @param note the signed text, in the form of C2SP's tlog-checkpoint; whoever keeps it can later show rewriting
 */
public record Checkpoint(String origin, long size, Digest root, String note) {

    static Checkpoint sign(LedgerKey key, long size, Digest root) {
        String text = key.name() + "\n" + size + "\n" + StrictBase64.encode(root.bytes()) + "\n";
        return new Checkpoint(key.name(), size, root, key.sign(text));
    }

    /**
     * Reads a note and verifies its signature.
     *
     * @throws MalformedNote when it is not one, or the key did not sign it
     */
    static Checkpoint verified(String note, VerifierKey key) {
        String[] lines = SignedNote.text(note, key).split("\n", -1);
        if (lines.length < 4 || !lines[0].equals(key.name())) {
            throw new MalformedNote("is no checkpoint of " + key.name());
        }
        byte[] root = StrictBase64.decode(lines[2]);
        if (root.length != 32 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedNote("has no size and root where a checkpoint has them");
        }
        return new Checkpoint(
                lines[0], Long.parseLong(lines[1]), new Digest(HexFormat.of().formatHex(root)), note);
    }
}
