package io.acso.platform.durability.embedded;

import io.acso.platform.durability.LedgerLeaf;
import java.sql.SQLException;
import java.util.List;

/** Ledger entries, numbered without gaps in the order of commits. */
final class Leaves {

    private Leaves() {}

    static void append(Session session, byte[] entry) throws SQLException {
        session.update(
                "INSERT INTO ledger_leaf (sequence, entry) SELECT coalesce(max(sequence) + 1, 0), ? FROM ledger_leaf",
                new Object[] {entry});
    }

    static List<LedgerLeaf> from(Session session, long sequence, int max) throws SQLException {
        return session.list(
                row -> new LedgerLeaf(row.getLong(1), row.getBytes(2)),
                "SELECT sequence, entry FROM ledger_leaf WHERE sequence >= ? ORDER BY sequence LIMIT ?",
                sequence,
                max);
    }
}
