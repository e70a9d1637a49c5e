package io.acso.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentSourceTest {

    private static final Map<String, String> FILES =
            Map.of("rules/aws/root.yml", "title: Root used", "policies/caps.cedar", "forbid();");

    @TempDir
    Path directory;

    private Path exploded;
    private Path overlay;

    @BeforeEach
    void write() throws IOException {
        exploded = directory.resolve("a folder");
        overlay = Files.createDirectory(directory.resolve("overlay"));
        for (var file : FILES.entrySet()) {
            put(exploded.resolve("content").resolve(file.getKey()), file.getValue());
        }
    }

    @Test
    void content_is_read_from_a_folder_and_from_a_jar_alike() throws IOException {
        ContentSnapshot fromFolder = load(exploded, null);
        assertThat(fromFolder.files()).isEqualTo(FILES);
        assertThat(load(jar(), null)).isEqualTo(fromFolder);
    }

    @Test
    void the_overlay_replaces_and_adds() throws IOException {
        put(overlay.resolve("rules/aws/root.yml"), "title: Ours");
        put(overlay.resolve("rules/own/new.yml"), "title: New");
        put(overlay.resolve(".git/config"), "not content");
        ContentSnapshot snapshot = load(jar(), overlay);
        assertThat(snapshot.files())
                .containsOnly(
                        Map.entry("rules/aws/root.yml", "title: Ours"),
                        Map.entry("rules/own/new.yml", "title: New"),
                        Map.entry("policies/caps.cedar", "forbid();"));
        assertThat(snapshot.hash()).isNotEqualTo(load(jar(), null).hash());
    }

    @Test
    void each_load_sees_what_is_there_now() throws IOException {
        ContentSource source = new ContentSource(loader(exploded), overlay);
        ContentSnapshot before = source.load();
        put(overlay.resolve("rules/new.yml"), "title: New");
        assertThat(source.load().files()).hasSize(before.files().size() + 1);
    }

    @Test
    void a_file_that_is_not_utf_8_is_named() throws IOException {
        Path file = overlay.resolve("rules/latin.yml");
        put(file, "");
        Files.write(file, "title: Größe".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> load(exploded, overlay))
                .isInstanceOf(ContentUnreadable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void a_missing_overlay_is_named() {
        assertThatThrownBy(() -> load(exploded, directory.resolve("nowhere")))
                .isInstanceOf(ContentUnreadable.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("create it");
    }

    private Path jar() throws IOException {
        Path jar = directory.resolve("a jar.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("content/"));
            for (var file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry("content/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static ContentSnapshot load(Path classPath, @Nullable Path overlay) throws IOException {
        try (URLClassLoader loader = loader(classPath)) {
            return new ContentSource(loader, overlay).load();
        }
    }

    private static URLClassLoader loader(Path classPath) throws IOException {
        return new URLClassLoader(new URL[] {classPath.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
