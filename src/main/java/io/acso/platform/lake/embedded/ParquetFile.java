package io.acso.platform.lake.embedded;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published file, {@code day=2026-03-01/class=6003/<first>-<last>.parquet}. Each flush numbers its files
 * anew; a merged file has the numbers of all it was merged from. So a file whose numbers lie within another's
 * of its folder is superseded, and a crash in the middle of a merge leaves no doubt and no manifest.
 */
record ParquetFile(Path path, LocalDate day, int classUid, long first, long last) {

    static final String SUFFIX = ".parquet";

    private static final Pattern NAME =
            Pattern.compile("day=(\\d{4}-\\d\\d-\\d\\d)/class=(-?\\d+)/(\\d+)-(\\d+)\\.parquet");

    static ParquetFile of(Path lake, LocalDate day, int classUid, long first, long last) {
        Path path = lake.resolve("day=" + day)
                .resolve("class=" + classUid)
                .resolve("%012d-%012d.parquet".formatted(first, last));
        return new ParquetFile(path, day, classUid, first, last);
    }

    /** @throws IllegalArgumentException when it is not named as a file of the lake is */
    static ParquetFile parse(Path lake, Path path) {
        Matcher name = NAME.matcher(lake.relativize(path).toString().replace('\\', '/'));
        if (!name.matches()) {
            throw new IllegalArgumentException(path + " is not named like a file of the lake: move it out of there");
        }
        return new ParquetFile(
                path,
                LocalDate.parse(name.group(1)),
                Integer.parseInt(name.group(2)),
                Long.parseLong(name.group(3)),
                Long.parseLong(name.group(4)));
    }

    /** Its {@link KeyIndex}. */
    Path keys() {
        return Path.of(keysOf(path.toString()));
    }

    static String keysOf(String path) {
        return path.substring(0, path.length() - SUFFIX.length()) + ".keys";
    }

    boolean isSuperseded(Collection<ParquetFile> all) {
        return all.stream()
                .anyMatch(
                        other -> !other.equals(this) && isBeside(other) && other.first <= first && last <= other.last);
    }

    /** Whether both are of the same day and class. */
    boolean isBeside(ParquetFile other) {
        return day.equals(other.day) && classUid == other.classUid;
    }
}
