package io.acso.edge.cli;

import io.acso.platform.ledger.LedgerVerification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The exported ledger. */
@Command(
        name = "ledger",
        description = "An exported ledger.",
        mixinStandardHelpOptions = true,
        subcommands = LedgerCommand.Verify.class)
final class LedgerCommand {

    @Command(
            name = "verify",
            description =
                    "Checks an exported ledger, offline; exit code 1 and the first bad entry when it was changed.",
            mixinStandardHelpOptions = true)
    static final class Verify extends Verb {

        @Parameters(paramLabel = "DIR", description = "The exported ledger; in an unpacked bundle: ledger.")
        private Path directory = Path.of(".");

        @Option(
                names = "--checkpoint",
                paramLabel = "FILE",
                description = "An earlier checkpoint kept elsewhere: shows cutting off and rewriting too.")
        private @Nullable Path checkpoint;

        @Override
        public Integer call() {
            if (!Files.isDirectory(directory)) {
                throw new BadInput(directory + ": is no directory; unpack the bundle and name its directory 'ledger'");
            }
            if (checkpoint != null && Files.notExists(checkpoint)) {
                throw new BadInput(checkpoint + ": there is no such file");
            }
            return switch (LedgerVerification.verify(directory, Optional.ofNullable(checkpoint))) {
                case LedgerVerification.Verified verified -> show(verified);
                case LedgerVerification.Broken broken -> show(broken);
            };
        }

        private int show(LedgerVerification.Verified verified) {
            if (json()) {
                print(Map.of(
                        "verified", true,
                        "size", verified.size(),
                        "root", verified.root(),
                        "publicKey", verified.publicKey()));
            } else {
                say("verified: " + verified.size() + " entries, signed by " + verified.publicKey());
            }
            return DONE;
        }

        private int show(LedgerVerification.Broken broken) {
            if (json()) {
                Map<String, Object> document =
                        new TreeMap<>(Map.of("verified", false, "file", broken.file(), "reason", broken.reason()));
                if (broken.entry() != null) {
                    document.put("entry", broken.entry());
                }
                print(document);
            } else {
                say("NOT verified: " + broken);
            }
            return CHECK_FAILED;
        }
    }
}
