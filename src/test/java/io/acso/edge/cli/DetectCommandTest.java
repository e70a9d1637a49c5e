package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.acso.edge.cli.CommandLineTest.Ran;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code acso detect} over files and standard input. */
class DetectCommandTest {

    private static final String RULE = """
            title: Key made
            id: 11111111-2222-3333-4444-555555555555
            logsource: {product: aws, service: cloudtrail}
            detection:
              selection: {eventName: CreateAccessKey}
              condition: selection
            """;

    @TempDir
    Path directory;

    private static String event(String name, int filler) {
        return "{\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"" + name + "\",\"eventTime\":\"x\",\"f\":\""
                + "é".repeat(filler) + "\"}";
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private Ran detect(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("detect", "--rules", write("rule.yml", RULE)));
        all.addAll(List.of(arguments));
        return CommandLineTest.run(all.toArray(String[]::new));
    }

    @Property(tries = 20)
    void any_number_of_threads_writes_the_same(
            @ForAll @Size(min = 1, max = 400) List<@IntRange(max = 3000) Integer> sizes) throws IOException {
        Path file = Files.createTempFile("events", ".ndjson");
        Path rule = Files.createTempFile("rule", ".yml");
        try {
            Files.writeString(rule, RULE);
            StringBuilder events = new StringBuilder();
            for (int size : sizes) {
                events.append(event(size % 3 == 0 ? "CreateAccessKey" : "Other", size))
                        .append(size % 2 == 0 ? "\n" : "");
            }
            Files.writeString(file, events);
            String[] outputs = new String[2];
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = CommandLineTest.run(
                                "detect",
                                "--rules",
                                rule.toString(),
                                "--threads",
                                i == 0 ? "1" : "4",
                                file.toString(),
                                file.toString())
                        .out();
            }
            assertThat(outputs[1]).isEqualTo(outputs[0]);
            long expected = sizes.stream().filter(size -> size % 3 == 0).count() * 2;
            assertThat(outputs[0].lines()).hasSize((int) expected);
        } finally {
            Files.delete(file);
            Files.delete(rule);
        }
    }

    @Test
    void matches_come_in_the_order_of_files_and_events() throws IOException {
        String key = event("CreateAccessKey", 0);
        Ran ran = detect(
                write("b.json", key + "\n" + event("Other", 5) + "\n" + key),
                write("a.json", "[" + event("Other", 0) + ",\n" + key + "]"));
        assertThat(ran.out().lines().map(line -> line.replaceAll(".*/(.*)\",\"event\":(\\d+).*", "$1 $2")))
                .containsExactly("b.json 0", "b.json 2", "a.json 1");
    }

    @Test
    void zstd_and_a_pretty_printed_document_are_read() throws IOException {
        byte[] text = event("CreateAccessKey", 1).replace(",", ",\n  ").getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(directory.resolve("event.zst"), Zstd.compress(text));
        assertThat(detect(file.toString()).out().lines()).hasSize(1);
    }

    @Test
    void standard_input_is_read() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(event("CreateAccessKey", 1).getBytes(StandardCharsets.UTF_8)));
            assertThat(detect("-").out()).contains("\"file\":\"-\",\"event\":0");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void rules_for_other_log_sources_are_explained() throws IOException {
        Ran ran = detect(write("auth.log", "Jul 10 11:42:18 host cron: message\n"));
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("no rule is meant for these events")
                .contains("1 of product: linux, service: cron")
                .contains("product: aws, service: cloudtrail (1)");
    }

    @Test
    void statistics_count_what_went_through() throws IOException {
        String events = write("events.json", event("CreateAccessKey", 1) + "\n" + event("Other", 1) + "\nno event\n");
        assertThat(detect("--stats", events).err())
                .contains("1 rules, 1 matches, 3 events")
                .contains("events per CPU s", "MB/s")
                .contains("2 events of product: aws, service: cloudtrail: 1 rules")
                .contains("events.json:3: passed over");
    }

    @Test
    void a_rule_is_explained_by_id_title_or_file() throws IOException {
        String events = write("events.json", event("CreateAccessKey", 1) + "\n" + event("Other", 1));
        for (String name : List.of("11111111-2222-3333-4444-555555555555", "key made", "rule.yml")) {
            List<String> lines = detect("--explain", name, events).out().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).contains("\"matches\":true", "\"had\":[\"CreateAccessKey\"]");
            assertThat(lines.getLast())
                    .contains("\"matches\":false", "\"item\":\"eventName\"", "\"had\":[\"Other\"]", "\"line\":5");
        }
        assertThat(detect("--explain", "key made", "--event", "1", events).out().lines())
                .singleElement()
                .asString()
                .contains("\"event\":1");
        assertThat(detect("--explain", "key", events))
                .returns(3, Ran::code)
                .extracting(Ran::err)
                .asString()
                .contains("is it one of: Key made");
    }

    @Test
    void another_log_source_explains_why_a_rule_does_not_match() throws IOException {
        assertThat(detect("--explain", "key made", write("auth.log", "Jul 10 11:42:18 host cron: message\n"))
                        .out())
                .contains("\"wantedLogSources\":[{\"product\":\"aws\",\"service\":\"cloudtrail\"}]")
                .contains("\"service\":\"cron\"");
    }

    @Test
    void what_was_found_before_a_missing_file_is_written() throws IOException {
        Ran ran = detect(write("events.json", event("CreateAccessKey", 1)), directory + "/absent.json");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).contains("events.json");
        assertThat(ran.err()).contains("absent.json: there is no such file");
    }

    @Test
    void wrong_usage_names_the_option() throws IOException {
        assertThat(detect())
                .returns(2, Ran::code)
                .extracting(Ran::err)
                .asString()
                .contains("no events");
        assertThat(detect("--threads", "0", "x")).returns(2, Ran::code);
    }
}
