package io.acso.edge.cli;

import static io.acso.edge.cli.CommandLineTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.edge.cli.CommandLineTest.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code intel match} and {@code intel test}: what they print, and how they end. */
class IntelPatternsTest {

    private static final String SEEN = "{\"type\":\"observed-data\",\"id\":\"observed-data--%d\",\"number_observed\":1,"
            + "\"first_observed\":\"2026-01-01T00:00:0%dZ\",\"last_observed\":\"2026-01-01T00:00:0%dZ\","
            + "\"objects\":{\"0\":{\"type\":\"file\",\"name\":\"%s\"}}}";
    private static final String INDICATOR = "{\"type\":\"indicator\",\"id\":\"indicator--%d\",\"name\":\"n\","
            + "\"pattern_type\":\"stix\",\"pattern\":\"[file:name = 'a.exe']\","
            + "\"valid_from\":\"2026-01-01T00:00:00Z\",\"valid_until\":\"2026-02-01T00:00:00Z\"}";

    @TempDir
    Path directory;

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String seen(int number, String file) {
        return SEEN.formatted(number, number, number, file);
    }

    private String observations() throws IOException {
        return write("seen.ndjson", seen(1, "a.exe") + "\n" + seen(2, "b.exe") + "\n");
    }

    @Test
    void patterns_stand_one_a_line() throws IOException {
        String patterns = write(
                "p.txt",
                "# files\n[file:name = 'a.exe'] FOLLOWEDBY [file:name = 'b.exe']\n\n"
                        + "[file:name = 'c.exe']\n[file:name LIKE 'b%']\n");
        Ran ran = run("intel", "match", "--json", "--patterns", patterns, "--observations", observations());
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"line\":2")
                                .contains("[\"observed-data--1\",\"observed-data--2\"]"),
                        second -> assertThat(second)
                                .contains("\"pattern\":\"[file:name LIKE 'b%']\"")
                                .contains("[\"observed-data--2\"]"));
    }

    @Test
    void indicators_are_matched_when_they_are_valid() throws IOException {
        String patterns = write(
                "i.json",
                "{\"type\":\"bundle\",\"objects\":[" + INDICATOR.formatted(1) + ","
                        + INDICATOR.formatted(2).replace("\"stix\"", "\"sigma\"") + "]}");
        String array = write("seen.json", "[" + seen(1, "a.exe") + "]");
        Ran ran = run(
                "intel",
                "match",
                "--json",
                "--patterns",
                patterns,
                "--observations",
                array,
                "--at",
                "2026-01-15T00:00:00Z");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().path("pattern").asString()).isEqualTo("indicator--1");
        assertThat(ran.json().at("/observations/0").asString()).isEqualTo("observed-data--1");
        assertThat(ran.err()).contains("indicator--2", "sigma");
        Ran late = run(
                "intel",
                "match",
                "--json",
                "--patterns",
                patterns,
                "--observations",
                array,
                "--at",
                "2026-02-01T00:00:00Z");
        assertThat(late.out()).isEmpty();
        assertThat(late.err()).contains("1 indicators are not valid at 2026-02-01");
    }

    @Test
    void a_pattern_that_cannot_be_read_is_named_and_the_others_are_matched() throws IOException {
        String patterns = write("p.txt", "[file:name = ]\n[file:name = 'a.exe']\n");
        Ran ran = run("intel", "match", "--patterns", patterns, "--observations", observations());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("p.txt:1: line 1, column 14: expected a constant");
        assertThat(ran.out()).contains("observed-data--1");
    }

    @Test
    void what_cannot_be_decided_is_said() throws IOException {
        String patterns = write("p.txt", "[file:name = t'2026-01-01T00:00:00Z']");
        Ran ran = run("intel", "match", "--patterns", patterns, "--observations", observations());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("not decided", "observed-data--1", "no timestamp");
    }

    @Test
    void observations_that_cannot_be_read_are_bad_input() throws IOException {
        String patterns = write("p.txt", "[file:name = 'a.exe']");
        assertThat(run("intel", "match", "--patterns", patterns, "--observations", write("o", "{}\n{\"a\":")))
                .returns(3, Ran::code)
                .extracting(Ran::err)
                .asString()
                .contains("o:2: not JSON");
        assertThat(run("intel", "match", "--patterns", patterns, "--observations", write("o", "1")))
                .returns(3, Ran::code);
        assertThat(run("intel", "match", "--patterns", "-", "--observations", "-"))
                .returns(2, Ran::code);
    }

    @Test
    void cases_are_counted_and_those_that_differ_named() throws IOException {
        String tested =
                "{\"test\":\"%s\",\"pattern\":\"%s\",\"observations\":[" + seen(1, "a.exe") + "],\"expected\":%s}";
        String good = "[" + tested.formatted("one", "[file:name = 'a.exe']", "true") + ","
                + tested.formatted("two", "[file:name = 'b.exe']", "false") + ","
                + tested.formatted("three", "[file:name = ", "\"error:ParseException\"") + "]";
        Ran ran = run("intel", "test", "--vectors", write("good.json", good), "--json");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().path("cases").asInt()).isEqualTo(3);
        assertThat(ran.json().path("passed").asInt()).isEqualTo(3);
        String bad = "[" + tested.formatted("four", "[file:name = 'a.exe']", "false") + ","
                + tested.formatted("five", "[", "true") + "]";
        Ran failed = run("intel", "test", "--vectors", write("bad.json", bad), "--json");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.json().at("/failed/0/case").asString()).isEqualTo("four");
        assertThat(failed.json().at("/failed/0/reason").asString()).isEqualTo("it matches");
        assertThat(failed.json().at("/failed/1/reason").asString()).contains("refused");
        assertThat(run("intel", "test", "--vectors", write("none.json", "[{}]")).code())
                .isEqualTo(3);
    }
}
