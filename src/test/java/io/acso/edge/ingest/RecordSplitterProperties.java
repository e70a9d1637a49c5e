package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** What holds for every input. */
class RecordSplitterProperties {

    private static final IngestLimits SMALL = new IngestLimits(40, 60, 10, 1000, 100);

    @Property
    void chunks_of_any_size_give_the_same_records(
            @ForAll("inputs") String input, @ForAll @NotEmpty List<@IntRange(min = 1, max = 9) Integer> chunks) {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        var whole = new RecordSplitter(new ByteArrayInputStream(bytes), SMALL);
        var chunked = new RecordSplitter(new Chunked(bytes, chunks), SMALL);
        assertThat(shown(chunked)).isEqualTo(shown(whole));
        assertThat(chunked.failure()).isEqualTo(whole.failure());
    }

    @Property
    void no_record_is_kept_beyond_the_limit(@ForAll("inputs") String input) {
        var splitter = new RecordSplitter(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), SMALL);
        assertThat(RecordSplitterTest.all(splitter)).allSatisfy(fragment -> {
            assertThat(fragment.bytes().length).isLessThanOrEqualTo(SMALL.kept());
            assertThat(fragment.size() > SMALL.record()).isEqualTo(larger(fragment));
        });
    }

    @Property
    void good_lines_survive_any_line_between_them(@ForAll("inputs") String between) {
        String line =
                between.replace('\n', ' ').replace("[", "").replace("]", "").replace("\"Records\"", "");
        String input = "{\"first\":1}\n" + line + "\n{\"last\":2}\n";
        var splitter = new RecordSplitter(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), IngestLimits.DEFAULT);
        assertThat(RecordSplitterTest.all(splitter))
                .filteredOn(fragment -> fragment.problem() == null)
                .extracting(Fragment::text)
                .contains("{\"first\":1}", "{\"last\":2}");
    }

    @Provide
    Arbitrary<String> inputs() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                "\"",
                "\\",
                ",",
                ":",
                "\n",
                "\r\n",
                " ",
                "a",
                "1",
                "é",
                "\uFEFF",
                "null",
                "{\"a\":1}",
                "{\"Records\":[",
                "]}",
                "\"key\":",
                "[[[[",
                "Jul 10 11:42:18 h p: m");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
    }

    private static boolean larger(Fragment fragment) {
        return fragment.problem() != null && fragment.problem().contains("larger than the limit");
    }

    private static List<String> shown(RecordSplitter splitter) {
        return RecordSplitterTest.all(splitter).stream()
                .map(fragment -> fragment.number() + " " + fragment.line() + " " + fragment.size() + " "
                        + fragment.text() + " " + fragment.problem())
                .toList();
    }

    /** Gives the bytes in chunks of these sizes, over and over. */
    private static final class Chunked extends InputStream {
        private final ByteArrayInputStream bytes;
        private final List<Integer> sizes;
        private int turn;

        Chunked(byte[] bytes, List<Integer> sizes) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.sizes = sizes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(length, sizes.get(turn++ % sizes.size())));
        }
    }
}
