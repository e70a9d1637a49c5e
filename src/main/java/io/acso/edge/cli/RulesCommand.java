package io.acso.edge.cli;

import static java.util.stream.Collectors.joining;

import io.acso.core.detection.RuleDirectory;
import io.acso.core.detection.RuleFailure;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.RuleSources;
import io.acso.core.detection.SigmaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        subcommands = {RulesCommand.CheckVerb.class, RulesTestCommand.class, RulesTuneCommand.class})
final class RulesCommand {

    private static final int SHOWN = 5;

    /** Reads and compiles, and refuses to go on with nothing. */
    static RuleSet load(List<Path> places, PipelineOptions pipelines, Consumer<String> note) {
        return RuleSet.compile(pipelines.applyTo(RuleSources.of(files(places)), note));
    }

    /** Path to text; refuses to go on with nothing. */
    static Map<String, String> files(List<Path> places) {
        places.stream().filter(Files::notExists).findFirst().ifPresent(missing -> {
            throw new BadInput(missing + ": there is no such file or directory");
        });
        try {
            Map<String, String> files = RuleDirectory.load(places.toArray(Path[]::new));
            if (files.isEmpty()) {
                throw new BadInput(places + ": no .yml or .yaml file is in there");
            }
            return files;
        } catch (IOException e) {
            throw new BadInput("the rules cannot be read: " + e.getMessage(), e);
        }
    }

    /** The rules of that id, title or file; several may have one title. */
    static List<SigmaRule> named(RuleSet rules, String name) {
        List<SigmaRule> named =
                rules.rules().stream().filter(rule -> isNamed(rule, name)).toList();
        if (named.isEmpty()) {
            refuseCorrelation(rules, name);
            String near = rules.rules().stream()
                    .map(SigmaRule::title)
                    .filter(title -> title.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                    .limit(SHOWN)
                    .collect(joining(", "));
            throw new BadInput("no rule has the id, title or file '" + name + "'"
                    + (near.isEmpty() ? ": acso rules check says which are loaded" : "; is it one of: " + near));
        }
        return named;
    }

    private static void refuseCorrelation(RuleSet rules, String name) {
        rules.correlations().rules().stream()
                .filter(rule -> isNamed(rule.about(), name) || name.equals(rule.name()))
                .findFirst()
                .ifPresent(rule -> {
                    throw new BadInput("'" + name + "' is a correlation rule and looks at no single event: take one of"
                            + " the rules that it refers to: " + String.join(", ", rule.rules()));
                });
    }

    private static boolean isNamed(SigmaRule rule, String name) {
        return rule.id().equalsIgnoreCase(name)
                || rule.title().equalsIgnoreCase(name)
                || Path.of(rule.path()).endsWith(name);
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

        /** @param loaded rules of single events, and correlations */
        private record Checked(int loaded, int correlations, int filters, List<RuleFailure> failed) {}

        @Override
        public Integer call() {
            RuleSet rules = load(places, pipelines, this::note);
            int correlations = rules.correlations().rules().size();
            int loaded = rules.rules().size() + correlations;
            if (json()) {
                print(new Checked(loaded, correlations, rules.filters(), rules.failures()));
            } else {
                rules.failures().forEach(failure -> say(describe(failure)));
                say(loaded + " loaded" + (correlations > 0 ? ", " + correlations + " of them correlations" : "")
                        + (rules.filters() > 0 ? ", with " + rules.filters() + " filters" : "") + ", "
                        + rules.failures().size() + " failed");
            }
            return rules.failures().isEmpty() ? DONE : CHECK_FAILED;
        }
    }
}
