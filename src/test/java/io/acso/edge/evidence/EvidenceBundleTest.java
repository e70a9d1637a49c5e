package io.acso.edge.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.ReportReference;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.edge.evidence.BundleCheck.Verdict;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.ledger.Ledger;
import io.acso.platform.objects.embedded.DirectoryObjectStore;
import io.acso.testsupport.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle is intact as written, and names the file when one byte of any of its files changes. */
class EvidenceBundleTest {

    private static final Principal ALICE = Principal.person("alice");

    @TempDir
    Path directory;

    private Path bundle;

    @BeforeEach
    void export() throws IOException {
        SettableClock clock = SettableClock.atNoon();
        bundle = directory.resolve("bundle");
        try (SqliteDurability durability =
                SqliteDurability.open(directory.resolve("state"), clock, Settings.defaults())) {
            DirectoryObjectStore objects = DirectoryObjectStore.open(directory.resolve("objects"), clock);
            Digest content = objects.put(bytes("the records"));
            Evidence evidence = new Evidence(
                    "evd-1",
                    "inc-1",
                    "records.ndjson",
                    "application/x-ndjson",
                    content,
                    11,
                    clock.instant(),
                    "journal",
                    List.of());
            ReportReference report = new ReportReference(
                    "inc-1", clock.instant(), objects.put(bytes("# Report")), objects.put(bytes("<h1>Report</h1>")));
            durability.commit(Commit.builder()
                    .put(CaseKeys.evidence(evidence))
                    .put(CaseKeys.item(CaseKeys.report("inc-1"), report))
                    .build());
            Ledger ledger = Ledger.open(durability, directory.resolve("state"), "test.local");
            new EvidenceBundle(durability, objects, ledger, clock).write("inc-1", ALICE, bundle);
        }
    }

    @Test
    void what_was_exported_is_intact() throws IOException {
        assertThat(BundleCheck.verify(bundle)).isEqualTo(new Verdict.Intact("inc-1", 3));
    }

    @Test
    void one_changed_byte_in_any_file_is_found() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(bundle)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("README.txt"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(6);
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            byte[] after = before.clone();
            after[before.length / 2] ^= 1;
            Files.write(file, after);
            String part = bundle.relativize(file).getName(0).toString();
            assertThat(BundleCheck.verify(bundle))
                    .as(file.toString())
                    .isInstanceOfSatisfying(
                            Verdict.Broken.class,
                            broken -> assertThat(broken.file()).startsWith(part));
            Files.write(file, before);
        }
        assertThat(BundleCheck.verify(bundle)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void what_was_added_or_taken_away_is_found() throws IOException {
        Path added = Files.writeString(bundle.resolve("evidence/more"), "x");
        assertThat(BundleCheck.verify(bundle))
                .isEqualTo(new Verdict.Broken("evidence/more", "was added: the manifest does not list it"));
        Files.delete(added);
        Files.delete(bundle.resolve("report.md"));
        assertThat(BundleCheck.verify(bundle)).isEqualTo(new Verdict.Broken("report.md", "is missing"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
