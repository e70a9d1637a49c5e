package io.acso.edge.cli;

import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Playbooks in files. */
@Command(
        name = "playbook",
        description = "Playbooks in files.",
        mixinStandardHelpOptions = true,
        subcommands = {PlaybookCommand.CheckVerb.class, PlaybookRun.class})
final class PlaybookCommand {

    @Command(
            name = "check",
            description = "Validates CACAO 2.0 playbooks; exit code 1 when one is not valid.",
            mixinStandardHelpOptions = true)
    static final class CheckVerb extends Verb {

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "A playbook, or - for standard input.")
        private List<Path> files = List.of();

        @Override
        public Integer call() {
            boolean valid = true;
            for (Path file : files) {
                valid &= check(file);
            }
            return valid ? DONE : CHECK_FAILED;
        }

        private boolean check(Path file) {
            PlaybookCheck.Checked checked = PlaybookCheck.check(read(file));
            if (json()) {
                Map<String, Object> document = new TreeMap<>();
                document.put("file", file.toString());
                document.put("valid", checked.valid());
                document.put("errors", checked.problems());
                print(document);
            } else if (checked.valid()) {
                say(file + ": valid");
            } else {
                checked.problems().forEach(problem -> say(describe(file, problem)));
            }
            return checked.valid();
        }

        private static String describe(Path file, Problem problem) {
            return file + ": " + problem;
        }
    }
}
