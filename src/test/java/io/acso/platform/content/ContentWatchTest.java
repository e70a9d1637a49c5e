package io.acso.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentWatchTest {

    @TempDir
    Path directory;

    private ContentWatch watch;

    @BeforeEach
    void read_for_the_first_time() throws IOException {
        Files.createDirectory(directory.resolve("rules"));
        ContentSource source = new ContentSource(getClass().getClassLoader(), directory);
        watch = new ContentWatch(source, source.load(), directory);
    }

    @Test
    void a_file_that_comes_changes_or_goes_is_seen() throws IOException {
        ContentSnapshot before = watch.get();
        Path rule = directory.resolve("rules/mine.yml");

        Files.writeString(rule, "title: one\n");
        watch.look();
        assertThat(watch.get().below("rules/mine", ".yml")).containsValue("title: one\n");

        Files.writeString(rule, "title: another\n");
        watch.look();
        assertThat(watch.get().below("rules/mine", ".yml")).containsValue("title: another\n");

        Files.delete(rule);
        watch.look();
        assertThat(watch.get().hash()).isEqualTo(before.hash());
    }

    @Test
    void nothing_changes_where_nothing_did() {
        ContentSnapshot before = watch.get();

        watch.look();

        assertThat(watch.get()).isSameAs(before);
    }

    @Test
    void what_cannot_be_read_leaves_what_there_was_until_it_is_mended() throws IOException {
        ContentSnapshot before = watch.get();
        Path rule = directory.resolve("rules/mine.yml");

        Files.write(rule, new byte[] {(byte) 0xff, (byte) 0xfe});
        watch.look();
        assertThat(watch.get()).isSameAs(before);

        Files.writeString(rule, "title: mended\n");
        watch.look();
        assertThat(watch.get().below("rules/mine", ".yml")).containsValue("title: mended\n");
    }
}
