package io.acso.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.ledger.LedgerVerification.Broken;
import io.acso.platform.ledger.LedgerVerification.Verified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** No byte of a bundle can change unnoticed, and a changed entry is named by its index. */
class BundleProperties {

    private static final int ENTRIES = 9;
    private static final List<String> FILES =
            List.of(Bundle.ENTRIES, Bundle.HASHES, Bundle.CHECKPOINT, Bundle.PUBLIC_KEY);

    private static Path directory;

    @BeforeContainer
    static void export() throws IOException {
        directory = Files.createTempDirectory("acso-ledger");
        LedgerKey key = LedgerKey.at(directory.resolve("ledger.key"), "acso.example/ledger");
        List<LedgerLeaf> leaves = IntStream.range(0, ENTRIES)
                .mapToObj(i -> new LedgerLeaf(i, "{\"entry\":%d}".formatted(i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        CompactRange range = CompactRange.EMPTY;
        for (LedgerLeaf leaf : leaves) {
            range = range.append(MerkleTree.leafHash(leaf.entry()));
        }
        new Bundle(directory)
                .write(
                        Checkpoint.sign(key, ENTRIES, range.root()),
                        key.verifier().text(),
                        (from, max) -> leaves.subList((int) from, (int) from + max));
        assertThat(verify()).isInstanceOf(Verified.class);
    }

    @AfterContainer
    static void delete() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    @Property(tries = 1000)
    void a_changed_byte_is_never_verified(
            @ForAll @IntRange(max = 3) int file,
            @ForAll @IntRange(max = 999) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        LedgerVerification verification = flipped(FILES.get(file), at, flip);
        assertThat(verification).isInstanceOf(Broken.class);
    }

    @Property(tries = 300)
    void a_changed_byte_of_an_entry_names_that_entry(
            @ForAll @IntRange(max = 999) int at, @ForAll @IntRange(min = 1, max = 255) int flip) throws IOException {
        byte[] whole = Files.readAllBytes(directory.resolve(Bundle.ENTRIES));
        long line = IntStream.range(0, at % whole.length)
                .filter(i -> whole[i] == '\n')
                .count();
        assertThat(flipped(Bundle.ENTRIES, at, flip))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.entry()).isEqualTo(line));
    }

    private static LedgerVerification flipped(String name, int at, int flip) throws IOException {
        Path file = directory.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[at % whole.length] ^= (byte) flip;
        Files.write(file, changed);
        try {
            return verify();
        } finally {
            Files.write(file, whole);
        }
    }

    private static LedgerVerification verify() {
        return LedgerVerification.verify(directory, Optional.empty());
    }
}
