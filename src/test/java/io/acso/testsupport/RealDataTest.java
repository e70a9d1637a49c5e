package io.acso.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RealDataTest {
    @TempDir
    Path directory;

    @Test
    void finds_what_is_there() throws Exception {
        Path file = Files.createFile(directory.resolve("events.ndjson"));
        assertThat(RealData.in(Map.of("ACSO_DATA", directory.toString())).find("events.ndjson"))
                .isEqualTo(file);
    }

    @Test
    void skips_with_the_cure_where_data_is_absent() {
        var data = RealData.in(Map.of("ACSO_DATA", directory.toString()));
        assertThatThrownBy(() -> data.find("kev"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("ACSO_DATA");
    }

    @Test
    void fails_where_data_is_required() {
        var data = RealData.in(Map.of("ACSO_DATA", directory.toString(), "ACSO_REQUIRE_DATA", "1"));
        assertThatThrownBy(() -> data.find("kev"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("ACSO_REQUIRE_DATA");
    }
}
