package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One record after the other, whatever they are packed in. */
class RecordSplitterTest {

    @Test
    void lines_of_json_are_records() {
        assertThat(texts("{\"a\":1}\n\n{\"a\":\"}\\\"\"}\r\n")).containsExactly("{\"a\":1}", "{\"a\":\"}\\\"\"}");
    }

    @Test
    void concatenated_and_pretty_printed_json_are_records() {
        assertThat(texts("{\"a\":1}{\"b\":[{},[]]} {\n  \"c\": {\n \"d\": null }\n}"))
                .containsExactly("{\"a\":1}", "{\"b\":[{},[]]}", "{\n  \"c\": {\n \"d\": null }\n}");
    }

    @Test
    void the_elements_of_an_array_are_records() {
        assertThat(texts(" [ {\"a\":1} ,\n{\"b\":2}]\n{\"c\":3}"))
                .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    }

    @Test
    void a_records_file_is_its_records() {
        assertThat(texts("{ \"Records\" : [ {\"a\":1},{\"Records\":[1]} ], \"more\":{\"x\":\"]}\"} }{\"b\":2}"))
                .containsExactly("{\"a\":1}", "{\"Records\":[1]}", "{\"b\":2}");
    }

    @Test
    void lines_of_text_stand_beside_json() {
        assertThat(texts("Jul 10 a: b\r\n{\"a\":1}\n[   12.5] usb 1-1\nlast"))
                .containsExactly("Jul 10 a: b", "{\"a\":1}", "[   12.5] usb 1-1", "last");
    }

    @Test
    void a_byte_order_mark_is_no_record() {
        assertThat(texts("\uFEFF{\"a\":1}")).containsExactly("{\"a\":1}");
    }

    @Test
    void a_record_that_never_closes_does_not_swallow_the_next() {
        List<Fragment> fragments = split("{\"a\":\n{\"b\":2}\n{\"c\":3}\n", IngestLimits.DEFAULT);
        assertThat(fragments).extracting(Fragment::text).containsExactly("{\"a\":\n", "{\"b\":2}", "{\"c\":3}");
        assertThat(fragments).extracting(fragment -> fragment.problem() == null).containsExactly(false, true, true);
    }

    @Test
    void a_broken_element_does_not_end_the_array() {
        List<Fragment> fragments = split("[{\"a\":1},{bad},7,{\"c\":3}]", IngestLimits.DEFAULT);
        assertThat(fragments).extracting(Fragment::text).containsExactly("{\"a\":1}", "{bad}", "7", "{\"c\":3}");
        assertThat(fragments)
                .extracting(fragment -> fragment.problem() == null)
                .containsExactly(true, false, false, true);
    }

    @Test
    void nesting_is_bounded_and_ends_with_its_line() {
        List<Fragment> fragments = split("[".repeat(65_536) + "\n{\"a\":1}\n", IngestLimits.DEFAULT);
        assertThat(fragments).hasSize(2);
        assertThat(fragments.getFirst().problem()).contains("nested deeper than 200");
        assertThat(fragments.getLast().text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_large_record_is_cut_and_the_next_one_comes() {
        IngestLimits small = new IngestLimits(100, 5000, 10, 1000, 10);
        String large = "{\"a\":\"" + "x".repeat(9000) + "\"}";
        List<Fragment> fragments = split(large + "\n{\"b\":2}", small);
        assertThat(fragments).hasSize(2);
        assertThat(fragments.getFirst().bytes()).hasSize(Stretch.EXCERPT);
        assertThat(fragments.getFirst().size()).isEqualTo(large.length());
        assertThat(fragments.getFirst().problem()).contains("larger than the limit of 100");
        assertThat(fragments.getLast().problem()).isNull();
    }

    @Test
    void records_know_their_number_and_line() {
        List<Fragment> fragments = split("{\"a\":\n1}\n\nline\n{\"b\":\n{\"c\":1}", IngestLimits.DEFAULT);
        assertThat(fragments).extracting(Fragment::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(fragments).extracting(Fragment::line).containsExactly(1L, 4L, 5L, 6L);
    }

    @Test
    void an_unclosed_list_is_told() {
        RecordSplitter splitter = splitter("{\"Records\":[{\"a\":1}", IngestLimits.DEFAULT);
        assertThat(splitter.next()).isNotNull();
        assertThat(splitter.next()).isNull();
        assertThat(splitter.failure()).contains("before the closing ']'");
    }

    static List<Fragment> split(String input, IngestLimits limits) {
        return all(splitter(input, limits));
    }

    static List<Fragment> all(RecordSplitter splitter) {
        List<Fragment> fragments = new ArrayList<>();
        Fragment next = splitter.next();
        while (next != null) {
            fragments.add(next);
            next = splitter.next();
        }
        return fragments;
    }

    private static RecordSplitter splitter(String input, IngestLimits limits) {
        return new RecordSplitter(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), limits);
    }

    private static List<String> texts(String input) {
        List<Fragment> fragments = split(input, IngestLimits.DEFAULT);
        assertThat(fragments).extracting(Fragment::problem).containsOnlyNulls();
        return fragments.stream().map(Fragment::text).toList();
    }
}
