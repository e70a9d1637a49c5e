package io.acso.edge.evidence;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.edge.evidence.BundleCheck.Verdict.Broken;
import io.acso.edge.evidence.BundleCheck.Verdict.Intact;
import io.acso.platform.ledger.LedgerEntry;
import io.acso.platform.ledger.LedgerVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verifies a bundle with nothing but its files: the ledger is signed, it vouches for the manifest, the manifest for
 * every other file.
 */
public final class BundleCheck {

    private static final String ENTRIES = "entries.ndjson";

    private final Path directory;

    private BundleCheck(Path directory) {
        this.directory = directory;
    }

    /** What the check says. */
    public sealed interface Verdict {

        /** Nothing was changed; {@code files} counts those of the manifest. */
        record Intact(String incident, int files) implements Verdict {}

        /** The first file that is not what was exported. */
        record Broken(String file, String reason) implements Verdict {}
    }

    /** @throws IOException when the directory cannot be read */
    public static Verdict verify(Path directory) throws IOException {
        return new BundleCheck(directory.toAbsolutePath().normalize()).verify();
    }

    private Verdict verify() throws IOException {
        Path file = directory.resolve(Manifest.FILE);
        if (Files.notExists(file)) {
            return new Broken(Manifest.FILE, "is missing: is this the directory of an evidence bundle?");
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<Broken> unvouched = unvouched(Digest.of(bytes));
        if (unvouched.isPresent()) {
            return unvouched.get();
        }
        Manifest manifest = Json.read(bytes, Manifest.class);
        for (Manifest.Entry entry : manifest.files()) {
            Optional<Broken> broken = broken(entry);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        Optional<Broken> surplus = surplus(manifest);
        return surplus.isPresent()
                ? surplus.get()
                : new Intact(manifest.incident(), manifest.files().size());
    }

    private Optional<Broken> broken(Manifest.Entry entry) throws IOException {
        Path file = directory.resolve(entry.path()).normalize();
        if (!file.startsWith(directory)) {
            return broken(Manifest.FILE, "was changed: it names a file outside of the bundle, " + entry.path());
        }
        if (!Files.isRegularFile(file)) {
            return broken(entry.path(), "is missing");
        }
        boolean same = Files.size(file) == entry.size()
                && Digest.of(Files.readAllBytes(file)).equals(entry.sha256());
        return same
                ? Optional.empty()
                : broken(entry.path(), "is not what was preserved: its SHA-256 differs from " + entry.sha256());
    }

    private Optional<Broken> surplus(Manifest manifest) throws IOException {
        Set<String> listed = manifest.files().stream().map(Manifest.Entry::path).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(Manifest.FILE) && !path.startsWith(Manifest.LEDGER + "/"))
                    .filter(path -> !listed.contains(path))
                    .sorted()
                    .findFirst()
                    .flatMap(path -> broken(path, "was added: the manifest does not list it"));
        }
    }

    private Optional<Broken> unvouched(Digest manifest) {
        Path ledger = directory.resolve(Manifest.LEDGER);
        if (LedgerVerification.verify(ledger, Optional.empty()) instanceof LedgerVerification.Broken broken) {
            return broken(Manifest.LEDGER, "is broken: " + broken);
        }
        try (Stream<String> entries = Files.lines(ledger.resolve(ENTRIES))) {
            return entries.anyMatch(line -> vouches(line, manifest))
                    ? Optional.empty()
                    : broken(Manifest.FILE, "is not the one that the ledger vouches for: it was changed or replaced");
        } catch (IOException e) {
            return broken(Manifest.LEDGER, "cannot be read: " + e);
        }
    }

    private static boolean vouches(String line, Digest manifest) {
        LedgerEntry entry = Json.read(line, LedgerEntry.class);
        return entry.kind().equals(Manifest.LEDGER_KIND)
                && manifest.hex().equals(entry.facts().get(Manifest.LEDGER_FACT));
    }

    private static Optional<Broken> broken(String file, String reason) {
        return Optional.of(new Broken(file, reason));
    }
}
