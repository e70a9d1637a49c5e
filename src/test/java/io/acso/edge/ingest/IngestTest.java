package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.acso.domain.event.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What comes in is durable, once; what cannot is kept with its reason; the rest goes on. */
class IngestTest {

    private final Intakes intakes = new Intakes();

    @Test
    void every_packing_of_the_same_records_gives_the_same_events() throws IOException {
        String lines = calls(3);
        String file = "{\"Records\":[" + lines.replace("\n", ",") + "]}";
        assertThat(intakes.accept(lines)).isEqualTo(new Receipt(3, 0, 0, java.util.List.of(), null, null));
        for (byte[] body : java.util.List.of(
                utf8(file),
                utf8("[" + lines.replace("\n", ",") + "]"),
                utf8(lines.replace("\n", "")),
                gzip(utf8(file)),
                gzip(gzip(utf8(lines))),
                Zstd.compress(utf8(lines)))) {
            assertThat(intakes.accept(body)).isEqualTo(new Receipt(0, 3, 0, java.util.List.of(), null, null));
        }
    }

    @Test
    void the_same_input_again_changes_nothing() {
        intakes.accept(calls(1200) + "\nnonsense\n");
        var events = intakes.journal.events();
        Receipt again = intakes.accept(calls(1200) + "\nnonsense\n");
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(1200);
        assertThat(intakes.journal.events()).isEqualTo(events);
        assertThat(intakes.quarantined()).hasSize(1);
    }

    @Test
    void events_are_appended_in_batches() {
        intakes.accept(calls(1200));
        assertThat(intakes.journal.batches()).containsExactly(500, 500, 200);
    }

    @Test
    void malformed_json_goes_to_quarantine_and_the_rest_goes_on() {
        Receipt receipt = intakes.accept(Intakes.call(1) + "\n{\"eventSource\": oops\n" + Intakes.call(2));
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.quarantined()).isEqualTo(1);
        assertThat(receipt.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.record()).isEqualTo(2);
            assertThat(rejection.line()).isEqualTo(2);
            assertThat(rejection.reason()).isNotBlank();
        });
        assertThat(intakes.quarantined()).singleElement().satisfies(record -> {
            assertThat(record.excerpt()).startsWith("{\"eventSource\": oops");
            assertThat(record.origin()).isEqualTo("person:alice, record 2, line 2");
            assertThat(record.time()).isEqualTo(Intakes.NOW);
        });
    }

    @Test
    void a_truncated_gzip_keeps_what_came_before() throws IOException {
        byte[] gzip = gzip(utf8(distinct(2000)));
        Receipt receipt = intakes.accept(Arrays.copyOf(gzip, gzip.length / 2));
        assertThat(receipt.accepted())
                .isBetween(100, 1999)
                .isEqualTo(intakes.journal.events().size());
        assertThat(receipt.cutShort()).contains("end of ZLIB");
        assertThat(receipt.complete()).isFalse();
    }

    @Test
    void a_line_of_50_megabytes_is_not_buffered_whole() {
        long size = 50L * 1024 * 1024;
        InputStream line = new java.io.SequenceInputStream(java.util.Collections.enumeration(java.util.List.of(
                stream(Intakes.call(1) + "\n{\"a\":\""), new Endless(size), stream("\"}\n" + Intakes.call(2)))));
        Receipt receipt = intakes.accept(line);
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.rejections())
                .singleElement()
                .extracting(Rejection::reason)
                .asString()
                .contains("larger than the limit of 1048576");
        assertThat(intakes.quarantined()).singleElement().satisfies(record -> {
            assertThat(record.size()).isEqualTo(size + 8);
            assertThat(record.excerpt()).hasSize(Stretch.EXCERPT).startsWith("{\"a\":\"xxx");
            assertThat(record.body()).isNull();
        });
    }

    @Test
    void deep_nesting_is_refused_record_by_record() {
        String deep = "{\"a\":" + "[".repeat(65_536) + "]".repeat(65_536) + "}";
        Receipt receipt =
                intakes.accept(Intakes.call(1) + "\n" + "[".repeat(65_536) + "\n" + deep + "\n" + Intakes.call(2));
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.rejections())
                .extracting(Rejection::reason)
                .hasSize(2)
                .allMatch(reason -> reason.contains("nested deeper than 200 levels"));
    }

    @Test
    void an_event_of_the_year_2099_is_dated_to_its_arrival() {
        Event event = Intakes.event(Intakes.call(1).replace("2026-02-01T10:00:00Z", "2099-01-01T00:00:00Z"));
        assertThat(event.time()).isEqualTo(Intakes.NOW).isEqualTo(event.arrived());
        assertThat(event.ocsf()).contains("\"original_time\":\"2099-01-01T00:00:00Z\"");
    }

    @Test
    void a_full_journal_is_told_with_what_was_taken_before() {
        intakes.journal.withRoomFor(1);
        Receipt receipt = intakes.accept(calls(1200));
        assertThat(receipt.accepted()).isEqualTo(500);
        assertThat(receipt.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(intakes.journal.events()).hasSize(500);
        intakes.journal.withRoomFor(100);
        assertThat(intakes.accept(calls(1200)))
                .extracting(Receipt::accepted, Receipt::duplicates)
                .containsExactly(700, 500);
    }

    @Test
    void what_is_hardly_a_log_is_given_up() {
        Intakes strict = intakes.within(new IngestLimits(1000, 1000, 10, 1000, 50));
        Receipt receipt = strict.accept("gibberish\n".repeat(1000));
        assertThat(receipt.quarantined()).isEqualTo(50);
        assertThat(receipt.cutShort()).contains("given up after 50 unreadable records");
    }

    @Test
    void an_unknown_compression_is_refused_by_name() {
        assertThatThrownBy(() -> intakes.ingest().accept(stream(""), "br", Intakes.ALICE))
                .isInstanceOf(UnsupportedEncoding.class)
                .hasMessageContaining("'br'")
                .hasMessageContaining("gzip, zstd or none");
        Receipt decompressedByProxy = intakes.ingest().accept(stream(Intakes.call(1)), "gzip", Intakes.ALICE);
        assertThat(decompressedByProxy.accepted()).isEqualTo(1);
    }

    @Test
    void nothing_at_all_is_no_error() {
        assertThat(intakes.accept("")).isEqualTo(new Receipt(0, 0, 0, java.util.List.of(), null, null));
    }

    private static String calls(int count) {
        return IntStream.range(0, count).mapToObj(Intakes::call).collect(Collectors.joining("\n"));
    }

    /** Records that do not compress away. */
    private static String distinct(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Intakes.call(i)
                        .replace(
                                "bo",
                                io.acso.domain.kernel.Digest.ofParts("" + i).hex()))
                .collect(Collectors.joining("\n"));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(utf8(text));
    }

    /** So many times the letter x, never in memory at once. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
