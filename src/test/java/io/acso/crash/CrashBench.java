package io.acso.crash;

import io.acso.core.autonomy.RepeatSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills the platform under load as often as asked for and says what came of it: {@code --kills N [--seed S]}. Ends with
 * 1 when a promise was broken; the directory is kept then.
 */
public final class CrashBench {

    private CrashBench() {}

    public static void main(String... arguments) throws Exception {
        int kills = (int) number(arguments, "--kills", 30);
        long seed = number(arguments, "--seed", 1);
        Path directory = Files.createTempDirectory("acso-crash-");
        try (CrashLoad load = new CrashLoad(directory, kills, seed)) {
            LoadOutcome outcome = LoadOutcome.of(load.play());
            System.out.println(summary(load, outcome, seed));
            if (!outcome.violations().isEmpty()) {
                System.out.println("kept for a look: " + directory);
                System.exit(1);
            }
            delete(directory);
        }
        System.exit(0);
    }

    static String summary(CrashLoad load, LoadOutcome outcome, long seed) {
        Map<String, Long> ends = outcome.executions().stream()
                .collect(Collectors.groupingBy(one -> one.status(), TreeMap::new, Collectors.counting()));
        String effects = Stream.of(RepeatSafety.values())
                .map(safety -> "%s %d (%d repeated)"
                        .formatted(
                                safety,
                                outcome.effects().get(safety),
                                outcome.repeated().get(safety)))
                .collect(Collectors.joining(", "));
        String wrong = outcome.violations().isEmpty() ? "none" : String.join("\n  ", outcome.violations());
        return """
                kills       %d, by seed %d
                boundaries  %d: %s
                accepted    %d events, each sent until it was
                executions  %d: %s
                effects     %s
                ledger      %d entries
                violations  %s""".formatted(
                        load.kills,
                        seed,
                        load.boundaries.size(),
                        load.boundaries,
                        load.accepted.size(),
                        outcome.executions().size(),
                        ends,
                        effects,
                        outcome.leaves(),
                        wrong);
    }

    private static long number(String[] arguments, String name, long otherwise) {
        int at = List.of(arguments).indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == arguments.length || !arguments[at + 1].matches("\\d{1,9}")) {
            System.err.println(name + " takes a number: acso bench crash [--kills N] [--seed S]");
            System.exit(2);
        }
        return Long.parseLong(arguments[at + 1]);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
