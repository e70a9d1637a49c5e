package io.acso.edge.cli;

import io.acso.core.intelligence.FeedReport;
import io.acso.core.intelligence.IndicatorFiles;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.core.intelligence.IndicatorsUnreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option that names files of indicators, for whatever command looks them up. */
final class IndicatorOption {

    private static final int SHOWN = 5;

    @Option(
            names = "--indicators",
            paramLabel = "FILE",
            description = {
                "Indicators: a list, CSV with a header, a STIX bundle or a MISP event; plain or gzip; a directory of",
                "such. May be given again."
            })
    private List<Path> files = List.of();

    boolean given() {
        return !files.isEmpty();
    }

    /** Reads them, and says on the way what was no indicator. */
    IndicatorSet load(Consumer<String> note) {
        try {
            IndicatorFiles.Loaded loaded = IndicatorFiles.load(files);
            loaded.reports().forEach(report -> say(report, note));
            loaded.reports().stream()
                    .filter(report -> report.cutShort() != null)
                    .findFirst()
                    .ifPresent(report -> {
                        throw new BadInput(report.file() + ": cannot be read to its end: " + report.cutShort());
                    });
            return loaded.indicators();
        } catch (IndicatorsUnreadable e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    private static void say(FeedReport report, Consumer<String> note) {
        report.examples().stream()
                .limit(SHOWN)
                .forEach(bad -> note.accept(report.file() + ":" + bad.line() + ": " + bad.reason()));
        if (report.refused() > SHOWN) {
            note.accept(report.file() + ": " + report.refused() + " values are no indicators and were passed over");
        }
        if (report.setAside() > 0) {
            note.accept(report.file() + ": " + report.setAside()
                    + " indicators are revoked, not meant for detection, or patterns for 'intel match'");
        }
    }
}
