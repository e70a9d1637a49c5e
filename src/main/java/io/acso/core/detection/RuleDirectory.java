package io.acso.core.detection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rule files on disk. */
public final class RuleDirectory {

    private RuleDirectory() {}

    /**
     * The texts of all {@code .yml} and {@code .yaml} files in and below the given folders, by path; a file may be
     * given too, whatever its name.
     *
     * @throws IOException when one of them is missing or cannot be read
     */
    public static SortedMap<String, String> load(Path... places) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path place : places) {
            for (Path file : files(place)) {
                texts.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> found = Files.walk(place, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.equals(place)
                            || file.toString().endsWith(".yml")
                            || file.toString().endsWith(".yaml"))
                    .toList();
        }
    }
}
