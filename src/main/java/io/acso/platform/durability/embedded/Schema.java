package io.acso.platform.durability.embedded;

import java.sql.SQLException;
import java.util.List;

/** The tables, and the way from one version of them to the next; {@code user_version} says which a file has. */
final class Schema {

    /** Step n leads from version n to n + 1. Published steps never change: data directories were made by them. */
    private static final List<List<String>> STEPS = List.of(first(), recordsExpire());

    static final int VERSION = STEPS.size();

    private Schema() {}

    static void migrate(Session session, int from) throws SQLException {
        session.update("BEGIN IMMEDIATE");
        for (List<String> step : STEPS.subList(from, VERSION)) {
            for (String statement : step) {
                session.update(statement);
            }
        }
        session.update("PRAGMA user_version = " + VERSION);
        session.update("COMMIT");
    }

    private static List<String> first() {
        return List.of(
                """
                CREATE TABLE record (
                    partition TEXT NOT NULL, sort TEXT NOT NULL,
                    version INTEGER NOT NULL, schema_version INTEGER NOT NULL,
                    body BLOB NOT NULL, indexes TEXT,
                    PRIMARY KEY (partition, sort))""",
                """
                CREATE TABLE index_entry (
                    name TEXT NOT NULL, partition TEXT NOT NULL, position TEXT NOT NULL,
                    record_partition TEXT NOT NULL, record_sort TEXT NOT NULL,
                    PRIMARY KEY (name, partition, position)) WITHOUT ROWID""",
                "CREATE TABLE queue (name TEXT PRIMARY KEY) WITHOUT ROWID",
                """
                CREATE TABLE message (
                    seq INTEGER PRIMARY KEY, queue TEXT NOT NULL, %s,
                    state INTEGER NOT NULL, sent INTEGER NOT NULL, visible_at INTEGER NOT NULL,
                    attempts INTEGER NOT NULL DEFAULT 0, receipt TEXT, cause TEXT, dead_since INTEGER,
                    UNIQUE (queue, id))""".formatted(Envelope.DEFINITION),
                "CREATE INDEX message_offered ON message (queue, priority, seq, visible_at) WHERE state = 0",
                "CREATE INDEX message_in_group ON message (queue, message_group, seq)"
                        + " WHERE message_group IS NOT NULL AND state < 2",
                "CREATE INDEX message_lent ON message (visible_at) WHERE receipt IS NOT NULL",
                "CREATE INDEX message_dead ON message (queue, dead_since, seq) WHERE state = 2",
                """
                CREATE TABLE inbox (
                    queue TEXT NOT NULL, id TEXT NOT NULL, handled INTEGER NOT NULL,
                    PRIMARY KEY (queue, id)) WITHOUT ROWID""",
                "CREATE INDEX inbox_handled ON inbox (handled)",
                """
                CREATE TABLE timer (
                    timer_id TEXT PRIMARY KEY, due INTEGER NOT NULL, queue TEXT NOT NULL, %s)""".formatted(Envelope.DEFINITION),
                "CREATE INDEX timer_due ON timer (due)",
                "CREATE TABLE ledger_leaf (sequence INTEGER PRIMARY KEY, entry BLOB NOT NULL)");
    }

    private static List<String> recordsExpire() {
        return List.of(
                "ALTER TABLE record ADD COLUMN expires INTEGER",
                "CREATE INDEX record_expires ON record (expires) WHERE expires IS NOT NULL");
    }
}
