package io.acso.edge.demo;

import io.acso.edge.client.Api;
import io.acso.edge.evidence.BundleCheck;
import io.acso.platform.ledger.LedgerVerification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/**
 * What the demo leaves: an incident's report and evidence bundle, checked with nothing but these files.
 *
 * @param report the report as a page
 * @param ledger whether the ledger is as it was signed
 * @param evidence what the check of the bundle says
 */
record Keepsake(Path report, LedgerVerification ledger, BundleCheck.Verdict evidence) {

    static Keepsake of(Api api, JsonNode incident, Path directory) throws IOException {
        String id = incident.path("incident").path("id").asString("");
        unpack(api.bytes("/incidents/" + Api.escape(id) + "/bundle", "application/zip"), directory);
        return new Keepsake(
                directory.resolve("report.html"),
                LedgerVerification.verify(directory.resolve("ledger"), Optional.empty()),
                BundleCheck.verify(directory));
    }

    /** The platform's whole ledger, checked in a directory of its own. */
    static LedgerVerification ledgerAlone(Api api, Path directory) throws IOException {
        unpack(api.bytes("/ledger/bundle", "application/zip"), directory);
        return LedgerVerification.verify(directory, Optional.empty());
    }

    boolean intact() {
        return ledger instanceof LedgerVerification.Verified && evidence instanceof BundleCheck.Verdict.Intact;
    }

    String ledgerInWords() {
        return words(ledger);
    }

    static String words(LedgerVerification verification) {
        return switch (verification) {
            case LedgerVerification.Verified ok -> "verified: " + ok.size() + " entries, root " + ok.root();
            case LedgerVerification.Broken broken -> "BROKEN: " + broken;
        };
    }

    String evidenceInWords() {
        return switch (evidence) {
            case BundleCheck.Verdict.Intact ok -> "intact: " + ok.files() + " files are what was preserved";
            case BundleCheck.Verdict.Broken broken -> "BROKEN: " + broken.file() + " " + broken.reason();
        };
    }

    private static void unpack(byte[] zip, Path directory) throws IOException {
        Path root = Files.createDirectories(directory).toAbsolutePath().normalize();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = root.resolve(entry.getName()).normalize();
                if (!file.startsWith(root)) {
                    throw new IOException("the bundle names a file outside of itself: " + entry.getName());
                }
                write(in, entry, file);
            }
        }
    }

    private static void write(InputStream in, ZipEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(".").normalize());
        Files.copy(in, file);
    }
}
