package io.acso.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.ledger.LedgerVerification.Broken;
import io.acso.platform.ledger.LedgerVerification.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger over SQLite: checkpoints, proofs, bundles, and what is said of bundles that were changed. */
class LedgerTest {

    private static final String ORIGIN = "acso.example/ledger";

    @TempDir
    Path directory;

    private SqliteDurability durability;
    private Ledger ledger;
    private Path bundle;

    @BeforeEach
    void open() {
        durability = SqliteDurability.open(directory.resolve("data"), Clock.systemUTC(), Settings.defaults());
        ledger = Ledger.open(durability, directory.resolve("data"), ORIGIN);
        bundle = directory.resolve("bundle");
    }

    @AfterEach
    void close() {
        durability.close();
    }

    @Test
    void an_empty_ledger_has_the_root_of_nothing() throws IOException {
        assertThat(ledger.checkpoint().size()).isZero();
        assertThat(ledger.checkpoint().root()).isEqualTo(MerkleTree.emptyRoot());
        ledger.export(bundle);
        assertThat(verify()).isInstanceOf(Verified.class);
    }

    @Test
    void a_checkpoint_covers_every_entry_so_far_also_after_a_restart() {
        append(1100);
        Checkpoint before = ledger.checkpoint();
        assertThat(before.size()).isEqualTo(1100);
        append(1);
        close();
        open();
        Checkpoint after = ledger.checkpoint();
        assertThat(after.size()).isEqualTo(1101);
        assertThat(after.root())
                .isEqualTo(MerkleTree.root(ledger.entries(0, 2000).stream()
                        .map(leaf -> MerkleTree.leafHash(leaf.entry()))
                        .toList()));
        assertThat(after.note()).startsWith(ORIGIN + "\n1101\n");
        assertThat(MerkleProof.extend(
                        before.size(), before.root(), after.size(), after.root(), ledger.consistency(1100)))
                .isTrue();
    }

    @Test
    void an_entry_can_be_proved_and_another_cannot() {
        append(11);
        InclusionProof proof = ledger.inclusion(7);
        assertThat(proof.proves(ledger.entries(7, 1).getFirst().entry())).isTrue();
        assertThat(proof.proves(ledger.entries(8, 1).getFirst().entry())).isFalse();
        assertThatThrownBy(() -> ledger.inclusion(11)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bundle_is_verified_with_size_root_and_key() throws IOException {
        append(5);
        Checkpoint checkpoint = ledger.export(bundle);
        assertThat(verify()).isEqualTo(new Verified(5, checkpoint.root(), ledger.publicKey()));
    }

    @Test
    void a_changed_entry_is_named() throws IOException {
        append(5);
        ledger.export(bundle);
        change(Bundle.ENTRIES, "subject-3", "subject-9");
        assertThat(verify()).hasToString("entry 3 (line 4 of entries.ndjson) is not what was signed: its hash differs");
    }

    @Test
    void a_removed_an_added_and_a_split_entry_are_named() throws IOException {
        append(5);
        ledger.export(bundle);
        String entries = Files.readString(bundle.resolve(Bundle.ENTRIES));
        List<String> lines = entries.lines().toList();

        entries(String.join("\n", lines.subList(0, 4)) + "\n");
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.entry()).isEqualTo(4));
        entries(lines.get(0) + "\n" + String.join("\n", lines.subList(2, 5)) + "\n");
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.file()).isEqualTo(Bundle.ENTRIES));
        entries(entries + "{}\n");
        assertThat(verify()).hasToString("entry 5 (line 6 of entries.ndjson) was added: only 5 were signed");
        entries(entries.replace("\"subject-2\"", "\"subject\n2\""));
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.entry()).isEqualTo(2));
        entries(entries.substring(0, entries.length() - 1));
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.entry()).isEqualTo(4));
    }

    @Test
    void a_changed_hash_is_told_from_a_changed_entry() throws IOException {
        append(5);
        ledger.export(bundle);
        List<String> hashes = Files.readAllLines(bundle.resolve(Bundle.HASHES));
        change(Bundle.HASHES, hashes.get(2), hashes.get(3));
        assertThat(verify())
                .hasToString("hashes.txt was changed in line 3; the entries themselves are what was signed");
        change(Bundle.ENTRIES, "subject-1", "subject-9");
        assertThat(verify())
                .hasToString("hashes.txt does not have the signed root: hashes and entries were changed or replaced");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        append(1);
        for (String file : List.of(Bundle.ENTRIES, Bundle.HASHES, Bundle.CHECKPOINT, Bundle.PUBLIC_KEY)) {
            ledger.export(bundle);
            Files.delete(bundle.resolve(file));
            assertThat(verify().toString()).contains(file, "is missing");
        }
    }

    @Test
    void a_checkpoint_kept_elsewhere_shows_truncation() throws IOException {
        append(3);
        Path shorter = directory.resolve("shorter");
        ledger.export(shorter);
        append(2);
        ledger.export(bundle);
        Path kept = bundle.resolve(Bundle.CHECKPOINT);
        assertThat(LedgerVerification.verify(shorter, Optional.of(kept)).toString())
                .contains("was cut off: it has 3 entries, the earlier checkpoint 5");
        assertThat(LedgerVerification.verify(bundle, Optional.of(shorter.resolve(Bundle.CHECKPOINT))))
                .isInstanceOf(Verified.class);
    }

    @Test
    void a_checkpoint_kept_elsewhere_shows_rewriting_even_by_the_holder_of_the_key() throws IOException {
        append(3);
        ledger.export(bundle);
        Path kept = Files.move(bundle.resolve(Bundle.CHECKPOINT), directory.resolve("kept.txt"));
        Path other = directory.resolve("rewritten");
        Files.createDirectories(other);
        Files.copy(directory.resolve("data/ledger.key"), other.resolve("ledger.key"));
        try (SqliteDurability rewritten = SqliteDurability.open(other, Clock.systemUTC(), Settings.defaults())) {
            append(rewritten, "subject-0");
            append(rewritten, "forged");
            append(rewritten, "subject-2");
            append(rewritten, "subject-3");
            Ledger.open(rewritten, other, ORIGIN).export(bundle);
        }
        assertThat(verify()).isInstanceOf(Verified.class);
        assertThat(LedgerVerification.verify(bundle, Optional.of(kept)).toString())
                .contains("was rewritten");
    }

    private LedgerVerification verify() {
        return LedgerVerification.verify(bundle, Optional.empty());
    }

    private void append(int entries) {
        long from = durability.leaves(0, 10_000).size();
        for (long i = from; i < from + entries; i++) {
            append(durability, "subject-" + i);
        }
    }

    private static void append(SqliteDurability to, String subject) {
        LedgerEntry entry = LedgerEntry.of(
                Instant.parse("2026-03-01T12:00:00Z"),
                "ActionDecided",
                Principal.agent("supervisor"),
                subject,
                "incident-1",
                Map.of("decision", "permit", "plan", Digest.of(new byte[0]).hex()));
        to.commit(new Commit(List.of(entry.append())));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(bundle.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(bundle.resolve(file), text.replace(from, to));
    }

    private void entries(String text) throws IOException {
        Files.writeString(bundle.resolve(Bundle.ENTRIES), text);
    }
}
