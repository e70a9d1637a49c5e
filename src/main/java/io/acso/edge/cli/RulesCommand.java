package io.acso.edge.cli;

import io.acso.core.detection.RuleDirectory;
import io.acso.core.detection.RuleFailure;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.RuleSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sigma rules in files. */
@Command(
        name = "rules",
        description = "Sigma rules in files.",
        mixinStandardHelpOptions = true,
        subcommands = RulesCommand.CheckVerb.class)
final class RulesCommand {

    /** As {@link #load(List, PipelineOptions, Consumer)}, with the rules as they are written. */
    static RuleSet load(List<Path> places) {
        return load(places, new PipelineOptions(), note -> {});
    }

    /** Reads and compiles, and refuses to go on with nothing. */
    static RuleSet load(List<Path> places, PipelineOptions pipelines, Consumer<String> note) {
        places.stream().filter(Files::notExists).findFirst().ifPresent(missing -> {
            throw new BadInput(missing + ": there is no such file or directory");
        });
        try {
            Map<String, String> files = RuleDirectory.load(places.toArray(Path[]::new));
            if (files.isEmpty()) {
                throw new BadInput(places + ": no .yml or .yaml file is in there");
            }
            return RuleSet.compile(pipelines.applyTo(RuleSources.of(files), note));
        } catch (IOException e) {
            throw new BadInput("the rules cannot be read: " + e.getMessage(), e);
        }
    }

    static String describe(RuleFailure failure) {
        return failure.file() + ":" + (failure.line() > 0 ? failure.line() + ":" : "") + " " + failure.error();
    }

    @Command(
            name = "check",
            description = "Compiles every rule; exit code 1 when one failed.",
            mixinStandardHelpOptions = true)
    static final class CheckVerb extends Verb {

        @Parameters(paramLabel = "DIR", arity = "1..*", description = "Directories or files with rules.")
        private List<Path> places = List.of();

        @Mixin
        private PipelineOptions pipelines = new PipelineOptions();

        private record Checked(int loaded, List<RuleFailure> failed) {}

        @Override
        public Integer call() {
            RuleSet rules = load(places, pipelines, this::note);
            if (json()) {
                print(new Checked(rules.rules().size(), rules.failures()));
            } else {
                rules.failures().forEach(failure -> say(describe(failure)));
                say(rules.rules().size() + " loaded, " + rules.failures().size() + " failed");
            }
            return rules.failures().isEmpty() ? DONE : CHECK_FAILED;
        }
    }
}
