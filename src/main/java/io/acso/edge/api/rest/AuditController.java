package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.ledger.Ledger;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as people read it: the newest entry first, and only what is asked for. */
@RestController
@RequestMapping("/api/v1/audit")
final class AuditController {

    private static final int BATCH = 500;

    /** Entries looked at for one page; a page may be short, or empty, and still name the next. */
    private static final int MOST_READ = 20_000;

    private final Ledger ledger;

    AuditController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Entries that fit every given filter; the cursor is the index before which the next page begins. */
    @GetMapping
    @Permitted("audit.read")
    Paging.Slice<AuditEntry> entries(Paging paging, AuditFilter filter) {
        long size = ledger.checkpoint().size();
        long before = paging.cursor() == null ? size : Math.min(size, LedgerController.index(paging.cursor()));
        long least = Math.max(0, before - MOST_READ);
        int most = paging.size();
        List<AuditEntry> found = new ArrayList<>(most);
        long at = before;
        while (at > least && found.size() < most) {
            int count = (int) Math.min(BATCH, at - least);
            at = take(ledger.entries(at - count, count).reversed(), filter, found, most);
        }
        return new Paging.Slice<>(found, at > 0 ? Long.toString(at) : null);
    }

    /** Returns the index of the last entry that was looked at. */
    private static long take(List<LedgerLeaf> leaves, AuditFilter filter, List<AuditEntry> found, int most) {
        for (LedgerLeaf leaf : leaves) {
            LedgerEntry entry = Json.MAPPER.readValue(leaf.entry(), LedgerEntry.class);
            if (filter.fits(entry)) {
                found.add(AuditEntry.from(leaf.sequence(), entry));
            }
            if (found.size() == most) {
                return leaf.sequence();
            }
        }
        return leaves.getLast().sequence();
    }

    /**
     * What entries are asked for; what is null does not matter.
     *
     * @param who the principal, such as {@code agent:supervisor} or {@code person:alice}
     * @param kind what happened, such as {@code ApprovalAnswered}
     * @param about the id of a subject, or of the incident or request that it belongs to
     * @param from the first instant
     * @param until the first instant no more
     */
    record AuditFilter(
            @Nullable String who,
            @Nullable String kind,
            @Nullable String about,
            @Nullable Instant from,
            @Nullable Instant until) {

        boolean fits(LedgerEntry entry) {
            return (who == null || who.equals(entry.who().toString()))
                    && (kind == null || kind.equals(entry.kind()))
                    && (about == null || about.equals(entry.subject()) || about.equals(entry.correlationId()))
                    && (from == null || !entry.time().isBefore(from))
                    && (until == null || entry.time().isBefore(until));
        }
    }

    record AuditEntry(
            long index,
            Instant time,
            String kind,
            String who,
            String subject,
            String correlationId,
            Map<String, String> facts) {

        static AuditEntry from(long index, LedgerEntry entry) {
            return new AuditEntry(
                    index,
                    entry.time(),
                    entry.kind(),
                    entry.who().toString(),
                    entry.subject(),
                    entry.correlationId(),
                    entry.facts());
        }
    }
}
