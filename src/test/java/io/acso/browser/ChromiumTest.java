package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A machine without a browser says so, and where one is required that is a failure. */
class ChromiumTest {

    @TempDir
    Path bin;

    @Test
    void the_one_on_the_path_is_used() throws IOException {
        Path chromium = executable("chromium");
        assertThat(new Chromium(Map.of("PATH", "/nowhere:" + bin)).find()).contains(chromium);
    }

    @Test
    void the_one_that_is_named_is_used_and_no_other() throws IOException {
        executable("chromium");
        Path mine = executable("mine");
        assertThat(new Chromium(Map.of("PATH", bin.toString(), "ACSO_BROWSER", mine.toString())).find())
                .contains(mine);
        assertThat(new Chromium(Map.of("PATH", bin.toString(), "ACSO_BROWSER", "/nowhere/browser")).find())
                .isEmpty();
    }

    @Test
    void without_one_a_test_is_skipped_with_the_reason() {
        assertThatThrownBy(() -> new Chromium(Map.of()).miss("no browser"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no browser");
    }

    @Test
    void where_one_is_required_a_test_fails() {
        assertThatThrownBy(() -> new Chromium(Map.of("CI", "true")).miss("no browser"))
                .isInstanceOf(AssertionFailedError.class);
        assertThatThrownBy(() -> new Chromium(Map.of("ACSO_REQUIRE_BROWSER", "1")).miss("no browser"))
                .isInstanceOf(AssertionFailedError.class);
    }

    private Path executable(String name) throws IOException {
        Path file = Files.createFile(bin.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
