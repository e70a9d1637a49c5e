package io.acso.edge.cli;

import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.Problem;
import io.acso.core.playbook.Signatures;
import io.acso.core.playbook.Trust;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

        @Option(
                names = "--trust",
                paramLabel = "KEY",
                description = "A file with a public key in PEM whose signatures count; may be given again.")
        private List<Path> trusted = List.of();

        @Option(names = "--require-signature", description = "A playbook that nobody signed is not valid.")
        private boolean requireSignature;

        @Override
        public Integer call() {
            List<Trust.TrustedKey> keys = trusted.stream()
                    .map(file -> new Trust.TrustedKey(file.toString(), read(file)))
                    .toList();
            Trust trust = new Trust(keys, !requireSignature);
            Instant now = InstantSource.system().instant();
            boolean valid = true;
            for (Path file : files) {
                valid &= check(file, trust, now);
            }
            return valid ? DONE : CHECK_FAILED;
        }

        private boolean check(Path file, Trust trust, Instant now) {
            String text = read(file);
            PlaybookCheck.Checked checked = PlaybookCheck.check(text);
            List<Signatures.Signed> signed = Signatures.of(text, trust, now);
            List<Problem> errors = new ArrayList<>(checked.problems());
            boolean strict = requireSignature || !trusted.isEmpty();
            Signatures.problems(text, trust, now).stream()
                    .filter(problem -> strict || broken(problem, signed))
                    .forEach(errors::add);
            if (json()) {
                Map<String, Object> document = new TreeMap<>();
                document.put("file", file.toString());
                document.put("valid", errors.isEmpty());
                document.put("errors", errors);
                document.put("refusals", checked.refusals());
                document.put("signatures", signed);
                print(document);
            } else {
                tell(file, errors, checked.refusals(), signed);
            }
            return errors.isEmpty();
        }

        private static boolean broken(Problem problem, List<Signatures.Signed> signed) {
            return signed.stream()
                    .anyMatch(signature -> signature.pointer().equals(problem.pointer())
                            && signature.verdict() == Signatures.Verdict.BROKEN);
        }

        private void tell(Path file, List<Problem> errors, List<Problem> refusals, List<Signatures.Signed> signed) {
            if (errors.isEmpty()) {
                say(file + ": valid" + (refusals.isEmpty() ? "" : ", but it cannot run here"));
            }
            errors.forEach(problem -> say(file + ": " + problem));
            refusals.forEach(problem -> say(file + ": cannot run here: " + problem));
            signed.stream()
                    .filter(signature -> errors.stream()
                            .noneMatch(problem -> problem.pointer().equals(signature.pointer())))
                    .forEach(signature -> say(file + ": " + signature.pointer() + ": " + signature.why()));
        }
    }
}
