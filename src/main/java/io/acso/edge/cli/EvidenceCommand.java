package io.acso.edge.cli;

import io.acso.edge.evidence.BundleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Exported evidence. */
@Command(
        name = "evidence",
        description = "Exported evidence.",
        mixinStandardHelpOptions = true,
        subcommands = EvidenceCommand.Verify.class)
final class EvidenceCommand {

    @Command(
            name = "verify",
            description = "Checks a bundle, offline; exit code 1 and the first bad file when something was changed.",
            mixinStandardHelpOptions = true)
    static final class Verify extends Verb {

        @Parameters(paramLabel = "DIR", description = "The unpacked bundle.")
        private Path directory = Path.of(".");

        @Override
        public Integer call() {
            if (!Files.isDirectory(directory)) {
                throw new BadInput(directory + ": is no directory; unpack the bundle and name its directory");
            }
            BundleCheck.Verdict verdict;
            try {
                verdict = BundleCheck.verify(directory);
            } catch (IOException e) {
                throw unreadable(directory, e);
            }
            return switch (verdict) {
                case BundleCheck.Verdict.Intact intact -> show(intact);
                case BundleCheck.Verdict.Broken broken -> show(broken);
            };
        }

        private int show(BundleCheck.Verdict.Intact intact) {
            if (json()) {
                print(Map.of("verified", true, "incident", intact.incident(), "files", intact.files()));
            } else {
                say("verified: " + intact.files() + " files of incident " + intact.incident() + " are as exported");
            }
            return DONE;
        }

        private int show(BundleCheck.Verdict.Broken broken) {
            if (json()) {
                print(Map.of("verified", false, "file", broken.file(), "reason", broken.reason()));
            } else {
                say("NOT verified: " + broken.file() + " " + broken.reason());
            }
            return CHECK_FAILED;
        }
    }
}
