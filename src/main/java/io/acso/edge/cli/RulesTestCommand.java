package io.acso.edge.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.acso.core.detection.RuleSet;
import io.acso.edge.backtest.CaseRun;
import io.acso.edge.backtest.RegressionCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs regression cases. */
@Command(
        name = "test",
        description = {
            "Runs SigmaHQ's regression cases: of each info.yml, its own rule has to fire on the events beside it,",
            "match_count times at least (once where there is none, never where it is 0). Exit code 1 when one fails."
        },
        mixinStandardHelpOptions = true)
final class RulesTestCommand extends Verb {

    @Option(names = "--rules", paramLabel = "DIR", required = true, description = "Rules; may be given again.")
    private List<Path> rules = List.of();

    @Mixin
    private PipelineOptions pipelines = new PipelineOptions();

    @Option(names = "--cases", paramLabel = "DIR", required = true, description = "A directory with info.yml files.")
    private List<Path> directories = List.of();

    private record Failed(@JsonProperty("case") String name, String reason) {}

    private record Tested(int cases, int passed, List<Failed> failed) {}

    @Override
    public Integer call() {
        RuleSet set = RulesCommand.load(rules, pipelines, this::note);
        CaseRun run = new CaseRun(set);
        List<RegressionCase> cases = new ArrayList<>();
        directories.forEach(directory -> cases.addAll(find(directory)));
        List<Failed> failed = new ArrayList<>();
        for (RegressionCase test : cases) {
            run.failure(test).ifPresent(reason -> failed.add(new Failed(test.name(), reason)));
        }
        show(cases.size(), failed);
        return failed.isEmpty() ? DONE : CHECK_FAILED;
    }

    private void show(int cases, List<Failed> failed) {
        int passed = cases - failed.size();
        if (json()) {
            print(new Tested(cases, passed, failed));
        } else {
            failed.forEach(failure -> say(failure.name() + ": " + failure.reason()));
            say(cases + " cases, " + passed + " passed, " + failed.size() + " failed");
        }
    }

    private static List<RegressionCase> find(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new BadInput(directory + ": there is no such directory");
        }
        try {
            List<RegressionCase> found = RegressionCase.in(directory);
            if (found.isEmpty()) {
                throw new BadInput(directory + ": no info.yml is in there");
            }
            return found;
        } catch (IOException e) {
            throw unreadable(directory, e);
        } catch (UncheckedIOException e) {
            throw unreadable(directory, Objects.requireNonNull(e.getCause()));
        }
    }
}
