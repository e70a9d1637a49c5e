package io.acso.edge.cli;

import io.acso.edge.backtest.Sweep;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which events a command looks at, and with how many threads. */
final class EventInputs {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that look at events; without it, one per core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Parameters(paramLabel = "EVENTS", arity = "0..*", description = "Files with events, or - for standard input.")
    private List<Path> files = List.of();

    int threads() {
        if (threads < 1) {
            throw new WrongUsage("--threads takes 1 or more");
        }
        return threads;
    }

    List<Path> files() {
        return files;
    }

    /** Looks at all events of all files; what was told before a failure has been shown. */
    <R> Sweep.Totals sweep(Sweep.Look<R> look, Sweep.Report<R> report) {
        if (files.isEmpty()) {
            throw new WrongUsage("no events: name files with events, or - for standard input");
        }
        Sweep<R> sweep = new Sweep<>(threads(), look, report);
        try {
            try (sweep) {
                for (Path file : files) {
                    read(sweep, file);
                }
            }
            report.ended();
        } catch (OutputClosed e) {
            return sweep.totals();
        }
        return sweep.totals();
    }

    private static <R> void read(Sweep<R> sweep, Path file) {
        try (InputStream in = Verb.open(file)) {
            sweep.read(file.toString(), in);
        } catch (IOException e) {
            throw Verb.unreadable(file, e);
        }
    }

    /** Nobody reads what is written, as after {@code | head}. */
    static final class OutputClosed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutputClosed() {
            super("nobody reads the output", null, false, false);
        }
    }
}
