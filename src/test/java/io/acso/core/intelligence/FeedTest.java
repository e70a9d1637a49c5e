package io.acso.core.intelligence;

import static io.acso.core.intelligence.Indicators.NOW;
import static io.acso.core.intelligence.Indicators.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.intelligence.FeedReport.BadLine;
import io.acso.core.intelligence.IndicatorFiles.Loaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists that others publish, and what is wrong with some. */
class FeedTest {

    private static final String MD5 = "0123456789abcdef0123456789abcdef";

    private static Indicator only(Loaded loaded, String value) {
        assertThat(loaded.indicators().lookup(value, NOW)).hasSize(1);
        return loaded.indicators().lookup(value, NOW).getFirst().indicator();
    }

    @Test
    void a_plain_list_may_have_comments_and_be_a_hosts_file() {
        Loaded loaded = load("a.txt", """
                # a list
                ; another comment

                198.51.100.0/24 ; SBL1
                evil.example # seen
                0.0.0.0 bad.example
                127.0.0.1\tworse.example # x
                not an indicator
                """);
        assertThat(loaded.indicators().size()).isEqualTo(4);
        assertThat(loaded.reports().getFirst().examples())
                .singleElement()
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(8))
                .extracting(BadLine::reason)
                .asString()
                .contains("'not an indicator' is no address");
    }

    @Test
    void csv_with_types_times_and_labels() {
        Loaded loaded = load("feed.csv", """
                # comment
                id,type,value,valid_from,valid_until,confidence,labels,source
                indicator--6ba7b810-9dad-41d1-80b4-00c04fd430c8,domain,evil.example,2026-01-01T00:00:00Z,2027-01-01,75,"c2,apt",abuse
                7,ip:port,198.51.100.7:443,2026-01-01 10:00:00,,,,
                8,regkey,HKLM,,,,,
                9,domain,other.example,,,800,,
                10,url,http://evil.example/*,1767225600,,,,
                """);
        assertThat(only(loaded, "evil.example"))
                .isEqualTo(new Indicator(
                        "indicator--6ba7b810-9dad-41d1-80b4-00c04fd430c8",
                        IndicatorType.DOMAIN,
                        "evil.example",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        75,
                        null,
                        "abuse",
                        List.of("c2", "apt")));
        assertThat(only(loaded, "198.51.100.7"))
                .returns("7", Indicator::id)
                .returns("feed", Indicator::source)
                .returns(Instant.parse("2026-01-01T10:00:00Z"), Indicator::validFrom);
        assertThat(loaded.indicators().lookup("http://evil.example/x", NOW)).hasSize(2);
        assertThat(loaded.reports().getFirst().examples())
                .extracting(BadLine::line)
                .containsExactly(5L, 6L);
    }

    @Test
    void csv_whose_header_is_a_comment_and_whose_separator_is_another() {
        Loaded loaded = load("urlhaus.csv", """
                ################
                # id;dateadded;url;tags
                "1"; "2026-01-01 00:00:00";"http://evil.example/a;b";"exe"
                """);
        assertThat(only(loaded, "http://evil.example/a;b").labels()).containsExactly("exe");
    }

    @Test
    void a_comment_that_is_prose_is_no_header() {
        assertThat(load("x.txt", "# ip, domain and url of it\nevil.example\n198.51.100.7\n")
                        .indicators()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void confidence_may_be_a_step_of_the_scale() {
        assertThat(only(load("x.csv", "domain,confidence\nevil.example,High"), "evil.example")
                        .confidence())
                .isEqualTo(85);
    }

    @Test
    void a_row_may_have_several_hashes() {
        Loaded loaded = load("files.csv", "name,md5,sha1\nx.exe," + MD5 + "," + MD5 + "01234567\ny.exe,,\n");
        assertThat(loaded.indicators().counts()).isEqualTo(Map.of(IndicatorType.MD5, 1L, IndicatorType.SHA1, 1L));
        assertThat(loaded.reports().getFirst().refused()).isEqualTo(1);
    }

    @Test
    void a_stix_bundle_gives_the_values_of_simple_patterns() {
        Loaded loaded = load("bundle.json", """
                {"type": "bundle", "objects": [
                  {"type": "identity", "id": "identity--1", "name": "CERT"},
                  {"type": "indicator", "id": "indicator--6ba7b810-9dad-41d1-80b4-00c04fd430c8", "pattern_type": "stix",
                   "created_by_ref": "identity--1", "valid_from": "2026-01-01T00:00:00.000Z", "confidence": 90,
                   "indicator_types": ["malicious-activity"],
                   "pattern": "[ipv4-addr:value = '198.51.100.7' OR file:hashes.'MD5' = '%s']"},
                  {"type": "indicator", "id": "indicator--2", "pattern_type": "stix",
                   "pattern": "[ipv4-addr:value ISSUBSET '203.0.113.0/24'] OR [domain-name:value IN ('a.example','b.example')]"},
                  {"type": "indicator", "id": "indicator--3", "pattern": "[url:value LIKE 'http://evil.example/kit/%%']"},
                  {"type": "indicator", "id": "indicator--4", "pattern": "[url:value = 'http://x.example/' AND url:x = 'y']"},
                  {"type": "indicator", "id": "indicator--5", "pattern": "[url:value = 'http://x.example/']", "revoked": true},
                  {"type": "domain-name", "id": "domain-name--1", "value": "no.example"}]}
                """.formatted(MD5));
        assertThat(only(loaded, MD5))
                .returns("indicator--6ba7b810-9dad-41d1-80b4-00c04fd430c8", Indicator::id)
                .returns("CERT", Indicator::source)
                .returns(90, Indicator::confidence)
                .returns(List.of("malicious-activity"), Indicator::labels);
        assertThat(only(loaded, "203.0.113.9").id()).isEqualTo("indicator--2");
        assertThat(only(loaded, "x.b.example").id()).isEqualTo("indicator--2");
        assertThat(only(loaded, "http://evil.example/kit/a").id()).isEqualTo("indicator--3");
        assertThat(loaded.indicators().size()).isEqualTo(6);
        assertThat(loaded.reports().getFirst())
                .returns(2L, FeedReport::setAside)
                .returns(0L, FeedReport::refused);
    }

    @Test
    void a_misp_event_gives_its_attributes() {
        Loaded loaded = load("event.json", """
                {"Event": {"uuid": "x", "Attribute": [
                   {"uuid": "u1", "type": "filename|md5", "value": "a|b.exe|%s", "to_ids": true,
                    "Tag": [{"name": "tlp:green"}]},
                   {"uuid": "u2", "type": "hostname", "value": "c2.evil.example", "to_ids": true},
                   {"uuid": "u3", "type": "domain", "value": "fine.example", "to_ids": false},
                   {"uuid": "u4", "type": "comment", "value": "x", "to_ids": true}],
                 "Object": [{"name": "file", "Attribute": [
                   {"uuid": "u5", "type": "ip-dst|port", "value": "198.51.100.7|443", "to_ids": true}]}]}}
                """.formatted(MD5));
        assertThat(only(loaded, MD5)).returns("u1", Indicator::id).returns(List.of("tlp:green"), Indicator::labels);
        assertThat(only(loaded, "c2.evil.example").type()).isEqualTo(IndicatorType.HOSTNAME);
        assertThat(loaded.indicators().lookup("x.c2.evil.example", NOW)).isEmpty();
        assertThat(only(loaded, "198.51.100.7").id()).isEqualTo("u5");
        assertThat(loaded.reports().getFirst())
                .returns(1L, FeedReport::setAside)
                .returns(1L, FeedReport::refused);
    }

    @Test
    void gzip_is_told_by_its_bytes_and_a_cut_one_keeps_what_came() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100_000; i++) {
                gzip.write(("h" + i + ".example\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(load(Map.of("x", bytes.toByteArray())).indicators().size()).isEqualTo(100_000);
        Loaded cut = load(Map.of("x", Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2)));
        assertThat(cut.indicators().size()).isBetween(1_000L, 99_000L);
        assertThat(cut.reports().getFirst().cutShort()).isNotNull();
    }

    @Test
    void an_endless_line_is_refused_and_the_next_one_taken() {
        Loaded loaded = load("x", "a.example\n" + "x".repeat(1_000_000) + "\nb.example");
        assertThat(loaded.indicators().size()).isEqualTo(2);
        assertThat(loaded.reports().getFirst().examples())
                .extracting(BadLine::line)
                .containsExactly(2L);
    }

    @Test
    void a_directive_that_is_not_understood_stops_its_file_only() {
        Loaded loaded = load(Map.of(
                "bad", "#! trust: me\na.example".getBytes(StandardCharsets.UTF_8),
                "good", "b.example".getBytes(StandardCharsets.UTF_8)));
        assertThat(loaded.indicators().size()).isEqualTo(1);
        assertThat(loaded.reports())
                .anySatisfy(report -> assertThat(report.cutShort()).contains("#! trust: me"));
    }

    @Test
    void what_does_not_fit_is_refused_with_the_cure(@TempDir Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            lines.append("h").append(i).append(".example\n");
        }
        Path file = Files.writeString(directory.resolve("x.txt"), lines);
        assertThatThrownBy(() -> IndicatorFiles.load(Map.of("x.txt", () -> Files.newInputStream(file)), 1 << 20))
                .isInstanceOf(IndicatorsUnreadable.class)
                .hasMessageContaining("x.txt")
                .hasMessageContaining("give the JVM more memory");
        assertThatThrownBy(() -> IndicatorFiles.load(List.of(directory.resolve("none"))))
                .isInstanceOf(IndicatorsUnreadable.class)
                .hasMessageContaining("none");
        assertThat(IndicatorFiles.load(List.of(directory)).indicators().size()).isEqualTo(100_000);
    }

    @Test
    void one_value_is_not_said_without_end() {
        StringBuilder csv = new StringBuilder("id,value\n");
        for (int i = 0; i < 300; i++) {
            csv.append(i).append(",evil.example\n");
        }
        Loaded loaded = load("x.csv", csv.toString());
        assertThat(loaded.indicators().lookup("evil.example", NOW)).hasSize(256);
        assertThat(loaded.reports().getFirst().refused()).isEqualTo(44);
    }
}
