package io.acso.platform.lake.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Merges the small files of a day and class: opening many files is what makes queries slow. */
final class Compaction {

    static final int MERGE_AT = 8;
    private static final long SMALL_BYTES = 32L * 1024 * 1024;

    private Compaction() {}

    /** Runs of small files that follow each other in one folder and are enough to be merged. */
    static List<List<ParquetFile>> due(Connection connection, Path lake) throws SQLException {
        record Listed(ParquetFile file, boolean small) {}
        List<Listed> files = Sql.list(
                connection,
                "SELECT path, bytes FROM files ORDER BY folder, first",
                row -> new Listed(ParquetFile.parse(lake, Path.of(row.getString(1))), row.getLong(2) < SMALL_BYTES));
        List<List<ParquetFile>> due = new ArrayList<>();
        List<ParquetFile> run = new ArrayList<>();
        for (Listed listed : files) {
            boolean goesOn = listed.small() && !run.isEmpty() && run.getLast().isBeside(listed.file());
            if (!goesOn) {
                close(run, due);
                run = new ArrayList<>();
            }
            if (listed.small()) {
                run.add(listed.file());
            }
        }
        close(run, due);
        return due;
    }

    private static void close(List<ParquetFile> run, List<List<ParquetFile>> due) {
        if (run.size() >= MERGE_AT) {
            due.add(List.copyOf(run));
        }
    }

    /** Writes the merged file, not yet published. */
    static Path merge(Connection connection, LakeDirectory directory, List<ParquetFile> files)
            throws SQLException, IOException {
        Path written = directory.workplace("merge").resolve("merged.parquet");
        Sql.run(
                connection,
                "COPY (SELECT * FROM %s ORDER BY time) TO %s (%s)"
                        .formatted(
                                Sql.files(files.stream().map(ParquetFile::path).toList()),
                                Sql.text(written),
                                LakeWriter.PARQUET));
        return written;
    }
}
