package io.acso.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds stay on disk, and count for the hash of the content all the same. */
class ContentFeedTest {

    @TempDir
    Path overlay;

    private ContentSnapshot load() {
        return new ContentSource(new ClassLoader(null) {}, overlay).load();
    }

    @Test
    void feeds_are_hashed_where_they_are_whatever_their_bytes() throws IOException {
        Path file = Files.createDirectory(overlay.resolve("indicators")).resolve("x.gz");
        Files.write(file, new byte[] {0x1f, (byte) 0x8b, (byte) 0xff});
        ContentSnapshot before = load();
        assertThat(before.files()).isEmpty();
        assertThat(before.feeds()).containsOnlyKeys("indicators/x.gz");
        try (InputStream in = before.feeds().get("indicators/x.gz").open()) {
            assertThat(in.readAllBytes()).hasSize(3);
        }
        Files.write(file, new byte[] {1});
        assertThat(load().hash()).isNotEqualTo(before.hash());
    }

    @Test
    void a_feed_that_has_changed_since_is_told() throws IOException {
        Path file = Files.createDirectory(overlay.resolve("indicators")).resolve("x.txt");
        Files.writeString(file, "a.example");
        ContentFeed feed = load().feeds().get("indicators/x.txt");
        Files.writeString(file, "b.example");
        try (InputStream in = feed.open()) {
            assertThatThrownBy(in::readAllBytes).hasMessageContaining("has changed");
        }
    }
}
