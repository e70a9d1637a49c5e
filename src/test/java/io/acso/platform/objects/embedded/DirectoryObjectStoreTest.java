package io.acso.platform.objects.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryObjectStoreTest extends ObjectStoreContract {

    private static final byte[] CONTENT = "evidence".getBytes(UTF_8);

    @TempDir
    Path directory;

    @Override
    protected ObjectStore open() {
        return DirectoryObjectStore.open(directory);
    }

    @Test
    void a_changed_object_is_not_handed_out_and_can_be_put_again() throws IOException {
        Digest digest = objects.put(CONTENT);
        Path file = file(digest);
        Files.writeString(file, "evidencE");
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
        assertThat(open().get(Digest.of("half".getBytes(UTF_8)))).isEmpty();
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
        assertThatThrownBy(() -> DirectoryObjectStore.open(file)).hasMessageContaining(file.toString());
    }

    private Path file(Digest digest) {
        return directory
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex().substring(2));
    }
}
