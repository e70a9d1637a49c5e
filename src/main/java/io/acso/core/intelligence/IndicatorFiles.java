package io.acso.core.intelligence;

import io.acso.core.intelligence.bulk.BudgetSpent;
import io.acso.core.intelligence.bulk.StoreBuilder;
import io.acso.core.intelligence.feed.Feed;
import io.acso.core.intelligence.feed.FeedIntake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads files of indicators into a set, as a stream, so that memory goes by what is kept: plain lists, CSV with a
 * header, STIX 2.1 bundles, MISP events; plain or gzip. Which it is, is told by the content. What is no indicator is
 * counted and named, and the rest goes on.
 */
public final class IndicatorFiles {

    private static final long MOST_BYTES = 3L << 29;

    /** What was read. */
    public record Loaded(IndicatorSet indicators, List<FeedReport> reports) {
        public Loaded {
            reports = List.copyOf(reports);
        }
    }

    /** Opens a file's bytes, to be closed by the caller. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    private IndicatorFiles() {}

    /**
     * Reads files, and all files in directories whose names do not begin with a dot.
     *
     * @throws IndicatorsUnreadable when a path is not there, or the indicators do not fit into memory: at most 1.5 GiB,
     *     and 70 % of what the JVM may have
     */
    public static Loaded load(List<Path> paths) {
        Map<String, Opening> files = new LinkedHashMap<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                files.put(file.toString(), () -> Files.newInputStream(file));
            }
        }
        return load(files, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 10 * 7));
    }

    /**
     * Reads streams under the names that reports and sources give them.
     *
     * @param budget memory for the indicators, in bytes
     * @throws IndicatorsUnreadable when they do not fit
     */
    public static Loaded load(Map<String, Opening> files, long budget) {
        StoreBuilder builder = new StoreBuilder(budget);
        List<FeedReport> reports = new ArrayList<>();
        files.forEach((name, opening) -> {
            FeedIntake intake = new FeedIntake(name, builder);
            try (InputStream in = opening.open()) {
                new Feed(in, intake).read();
            } catch (IOException e) {
                intake.cutShort(String.valueOf(e.getMessage()));
            } catch (BudgetSpent e) {
                throw new IndicatorsUnreadable(name + ": " + e.getMessage(), e);
            }
            reports.add(intake.report());
        });
        return new Loaded(new IndicatorSet(builder.build()), reports);
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> found = Files.walk(path)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !path.relativize(file).toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IndicatorsUnreadable(path + ": there is no such file or directory that can be read", e);
        }
    }
}
