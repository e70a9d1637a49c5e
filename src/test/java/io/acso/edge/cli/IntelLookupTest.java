package io.acso.edge.cli;

import static io.acso.edge.cli.CommandLineTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import io.acso.edge.cli.CommandLineTest.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code acso intel lookup}: what it prints, and how it ends. */
class IntelLookupTest {

    @TempDir
    Path directory;

    private String list(String... lines) throws IOException {
        return Files.write(directory.resolve("list.txt"), List.of(lines)).toString();
    }

    @Test
    void a_line_for_each_value() throws IOException {
        String list = list("#! confidence: 80", "evil.example", "198.51.100.0/24");
        Ran ran = run("intel", "lookup", "--indicators", list, "www.evil.example", "192.0.2.1");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "www.evil.example  domain evil.example (list, confidence 80)", "192.0.2.1  no indicator");
    }

    @Test
    void a_json_document_for_each_value() throws IOException {
        String list = list("evil.example", "198.51.100.0/24");
        Ran ran = run("intel", "lookup", "--json", "--indicators", list, "198.51.100.7", "192.0.2.1");
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(Json.tree(lines.getFirst()).at("/matches/0/value").asString())
                .isEqualTo("198.51.100.0/24");
        assertThat(Json.tree(lines.getFirst()).at("/matches/0/type").asString()).isEqualTo("ipv4-network");
        assertThat(Json.tree(lines.getLast()).path("matches").isEmpty()).isTrue();
    }

    @Test
    void validity_is_that_of_a_time() throws IOException {
        String list = list("#! valid-until: 2026-01-01", "evil.example");
        assertThat(run("intel", "lookup", "--indicators", list, "--at", "2025-12-31T00:00:00Z", "evil.example")
                        .out())
                .contains("domain evil.example");
        assertThat(run("intel", "lookup", "--indicators", list, "--at", "2026-01-01T00:00:00Z", "evil.example")
                        .out())
                .contains("no indicator");
    }

    @Test
    void bad_lines_are_named_and_the_rest_counts() throws IOException {
        Ran ran = run("intel", "lookup", "--indicators", list("evil.example", "???"), "--stats", "evil.example");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("list.txt:2: '???' is no address").contains("1 indicators");
    }

    @Test
    void wrong_usage_and_files_that_cannot_be_read() throws IOException {
        assertThat(run("intel", "lookup", "evil.example").code()).isEqualTo(2);
        assertThat(run("intel", "lookup", "--indicators", "nowhere.txt", "evil.example"))
                .returns(3, Ran::code)
                .extracting(Ran::err)
                .asString()
                .contains("nowhere.txt: there is no such file");
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1};
        Path cut = Files.write(directory.resolve("cut.gz"), Arrays.copyOf(gzip, 11));
        assertThat(run("intel", "lookup", "--indicators", cut.toString(), "evil.example"))
                .returns(3, Ran::code)
                .extracting(Ran::err)
                .asString()
                .contains("cut.gz: cannot be read to its end");
    }
}
