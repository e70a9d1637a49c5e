package io.acso.platform.objects.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.ObjectStoreContract;
import io.acso.platform.objects.Sealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryObjectStoreTest extends ObjectStoreContract {

    private static final byte[] CONTENT = "evidence".getBytes(UTF_8);

    @TempDir
    Path directory;

    @Override
    protected ObjectStore open(Sealing sealing) {
        return DirectoryObjectStore.open(directory, clock, sealing);
    }

    @Test
    void a_changed_object_is_not_handed_out_and_can_be_put_again() throws IOException {
        Digest digest = objects.put(CONTENT);
        Path file = file(digest);
        replace(file, "evidencE");
        assertThatThrownBy(() -> objects.get(digest))
                .isInstanceOf(ObjectDamaged.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("backup");
        objects.put(CONTENT);
        assertThat(objects.get(digest)).hasValue(CONTENT);
    }

    @Test
    void what_a_crash_left_unfinished_goes() throws IOException {
        Path left = Files.writeString(directory.resolve("unfinished").resolve("abc.1"), "half");
        assertThat(open(Sealing.NONE).get(Digest.of("half".getBytes(UTF_8)))).isEmpty();
        assertThat(left).doesNotExist();
    }

    @Test
    void no_digest_leads_out_of_the_directory() {
        assertThatThrownBy(() ->
                        objects.get(new Digest("../../../etc/passwd".repeat(4).substring(0, 64))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_directory_that_cannot_be_used_is_named() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DirectoryObjectStore.open(file, clock)).hasMessageContaining(file.toString());
    }

    @Test
    void what_is_past_its_retention_can_be_deleted() throws IOException {
        Digest digest = objects.put(CONTENT, clock.instant().plus(Duration.ofDays(1)));
        clock.advance(Duration.ofDays(1));
        assertThat(objects.delete(digest)).isEqualTo(new ObjectStore.Deletion.Deleted());
        try (Stream<Path> left = Files.list(file(digest).getParent())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void an_unreadable_retention_lets_nothing_go() throws IOException {
        Digest digest = objects.put(CONTENT, clock.instant());
        Path retention = Path.of(file(digest) + ".keep");
        replace(retention, "some day");
        assertThatThrownBy(() -> objects.delete(digest)).hasMessageContaining(retention.toString());
        assertThat(objects.get(digest)).hasValue(CONTENT);
    }

    @Test
    void files_are_for_their_owner_to_read() throws IOException {
        Path file = file(objects.put(CONTENT, clock.instant()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
    }

    private static void replace(Path file, String text) throws IOException {
        Files.delete(file);
        Files.writeString(file, text);
    }

    private Path file(Digest digest) {
        return directory
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex().substring(2));
    }
}
