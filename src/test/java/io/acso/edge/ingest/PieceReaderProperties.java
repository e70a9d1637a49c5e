package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.core.JacksonException;

/** Wherever an input is cut into pieces, its records are the same. */
class PieceReaderProperties {

    private static final String TRAIL = "{\"eventSource\":\"s3\",\"eventName\":\"e%d\",\"eventTime\":\"t\"}";

    @Property
    void pieces_hold_the_records_of_the_whole(
            @ForAll("inputs") String input, @ForAll @IntRange(min = 1, max = 300) int size) {
        compare(input, size);
    }

    @Property
    void a_broken_line_is_broken_in_any_piece(
            @ForAll("objects") String input, @ForAll @IntRange(min = 1, max = 300) int size) {
        compare(input, size);
    }

    private static void compare(String input, int size) {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        PieceReader reader = new PieceReader(new ByteArrayInputStream(bytes), size);
        List<String> cut = new ArrayList<>();
        List<String> records = read(reader, cut);
        RecordSplitter splitter = new RecordSplitter(new ByteArrayInputStream(bytes), IngestLimits.DEFAULT);
        assertThat(records)
                .isEqualTo(shown(Piece.of(RecordSplitterTest.all(splitter)).records(cut::add)));
        assertThat(cut).isEqualTo(splitter.failure() == null ? List.of() : List.of(splitter.failure()));
    }

    @Property(tries = 200)
    void lines_that_are_there_are_not_held_back(@ForAll @IntRange(min = 1, max = 9) int lines) {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            input.append(TRAIL.formatted(i)).append('\n');
        }
        PieceReader reader = new PieceReader(new Once(input.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(shown(Objects.requireNonNull(reader.next()).records(cut -> {})))
                .hasSize(lines);
    }

    @Property(tries = 200)
    void log_lines_that_are_there_are_not_held_back(@ForAll @IntRange(min = 1, max = 9) int lines) {
        byte[] input = "Jul 10 11:42:18 host cron: message\n".repeat(lines).getBytes(StandardCharsets.UTF_8);
        PieceReader reader = new PieceReader(new Once(input));
        assertThat(shown(Objects.requireNonNull(reader.next()).records(cut -> {})))
                .hasSize(lines);
    }

    @Provide
    Arbitrary<String> inputs() {
        Arbitrary<String> lines = Arbitraries.of(
                TRAIL.formatted(1),
                TRAIL.formatted(2),
                TRAIL.formatted(3) + TRAIL.formatted(4),
                "  " + TRAIL.formatted(5) + "  ",
                TRAIL.formatted(6) + "\r",
                TRAIL.formatted(7) + ",",
                "{\"Records\":[" + TRAIL.formatted(8) + "]}",
                "{ \"Records\" : [",
                TRAIL.formatted(9) + "]}",
                "{",
                "\"eventSource\":\"s3\",\"eventName\":\"x\",\"eventTime\":\"t\"",
                "}",
                "[",
                "]",
                "",
                "{\"broken\": \"}",
                "{}}",
                "{\"text\":\"}{[\\\"\"}",
                "Jul 10 11:42:18 host cron: message",
                "nothing");
        return lines.list().ofMaxSize(12).map(list -> String.join("\n", list));
    }

    @Provide
    Arbitrary<String> objects() {
        return Arbitraries.of(TRAIL.formatted(1), TRAIL.formatted(2), "{\"broken\": {}", "{\"broken\": \"}", "{}}")
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("\n", list));
    }

    private static List<String> read(PieceReader reader, List<String> cut) {
        List<String> records = new ArrayList<>();
        for (Piece piece = reader.next(); piece != null; piece = reader.next()) {
            records.addAll(shown(piece.records(cut::add)));
        }
        if (reader.cutShort() != null) {
            cut.add(reader.cutShort());
        }
        return records;
    }

    private static List<String> shown(List<Piece.Found> records) {
        return records.stream()
                .flatMap(PieceReaderProperties::parsed)
                .map(found -> switch (found) {
                    case Piece.Found.Readable readable ->
                        readable.logSource() + new String(readable.json(), StandardCharsets.UTF_8);
                    case Piece.Found.Unreadable bad -> "unreadable in line " + bad.line();
                })
                .toList();
    }

    /** As whoever parses a record finds out. */
    private static Stream<Piece.Found> parsed(Piece.Found found) {
        if (found instanceof Piece.Found.Readable readable) {
            try {
                Json.MAPPER.readTree(readable.json());
            } catch (JacksonException e) {
                return Piece.again(readable).stream();
            }
        }
        return Stream.of(found);
    }

    /** An input that gives what it has, and must not be asked again. */
    private static final class Once extends InputStream {
        private final ByteArrayInputStream bytes;

        Once(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            throw new AssertionError("waits for more");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = bytes.read(into, offset, length);
            if (read < 0) {
                throw new AssertionError("waits for more");
            }
            return read;
        }

        @Override
        public int available() {
            return bytes.available();
        }
    }
}
