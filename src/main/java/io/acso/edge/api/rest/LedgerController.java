package io.acso.edge.api.rest;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.ledger.Checkpoint;
import io.acso.platform.ledger.InclusionProof;
import io.acso.platform.ledger.Ledger;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The log of decisions and effects, and the proofs that nobody changed it. */
@RestController
@RequestMapping("/api/v1/ledger")
final class LedgerController {

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The signed head of the ledger. */
    @GetMapping(path = "/checkpoint", produces = MediaType.APPLICATION_JSON_VALUE)
    @Permitted("ledger.read")
    CheckpointBody checkpoint() {
        return CheckpointBody.from(ledger.checkpoint(), ledger.publicKey());
    }

    /** The signed note alone, as it is worth keeping elsewhere. */
    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Permitted("ledger.read")
    String note() {
        return ledger.checkpoint().note();
    }

    /** Entries in order; the cursor is an index. */
    @GetMapping("/entries")
    @Permitted("ledger.read")
    Paging.Slice<EntryBody> entries(Paging paging) {
        int size = paging.size();
        List<LedgerLeaf> leaves = ledger.entries(index(paging.cursor()), size);
        String next =
                leaves.size() < size ? null : Long.toString(leaves.getLast().sequence() + 1);
        return new Paging.Slice<>(leaves.stream().map(EntryBody::from).toList(), next);
    }

    /** The proof that an entry is in the ledger. */
    @GetMapping("/inclusion/{index}")
    @Permitted("ledger.read")
    InclusionBody inclusion(@PathVariable long index) {
        try {
            return InclusionBody.from(ledger.inclusion(index), ledger.publicKey());
        } catch (IllegalArgumentException none) {
            throw Problems.notFound("ledger entry", Long.toString(index), "/ledger/entries");
        }
    }

    /** The whole ledger, to be verified anywhere. */
    @GetMapping(path = "/bundle", produces = "application/zip")
    @Permitted("ledger.export")
    void bundle(HttpServletResponse response) throws IOException {
        ZippedDirectory.send("ledger", response, ledger::export);
    }

    static long index(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseUnsignedLong(cursor);
        } catch (NumberFormatException e) {
            throw Problems.badRequest("bad-cursor", "the cursor of the ledger is the index of an entry");
        }
    }

    record CheckpointBody(String origin, long size, Digest root, String note, String publicKey) {
        static CheckpointBody from(Checkpoint checkpoint, String publicKey) {
            return new CheckpointBody(
                    checkpoint.origin(), checkpoint.size(), checkpoint.root(), checkpoint.note(), publicKey);
        }
    }

    record EntryBody(long index, JsonNode entry) {
        static EntryBody from(LedgerLeaf leaf) {
            return new EntryBody(leaf.sequence(), Json.MAPPER.readTree(leaf.entry()));
        }
    }

    record InclusionBody(long index, List<Digest> hashes, CheckpointBody checkpoint) {
        static InclusionBody from(InclusionProof proof, String publicKey) {
            return new InclusionBody(proof.index(), proof.hashes(), CheckpointBody.from(proof.checkpoint(), publicKey));
        }
    }
}
