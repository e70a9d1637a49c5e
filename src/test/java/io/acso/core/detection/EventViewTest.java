package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class EventViewTest {

    @Test
    void a_dot_leads_into_an_object_or_is_part_of_the_name() {
        assertThat(values("{\"a\":{\"b\":1}}", "a.b")).containsExactly("1");
        assertThat(values("{\"a.b\":2,\"a\":{\"b\":1}}", "a.b")).containsExactlyInAnyOrder("1", "2");
        assertThat(values("{\"a\":{\"b.c\":{\"d\":3}}}", "a.b.c.d")).containsExactly("3");
        assertThat(values("{\"a\":{\"x\":1},\"a.b\":{\"c\":4}}", "a.b.c")).containsExactly("4");
        assertThat(values("{\"a.b\":{\"x\":1},\"a\":{\"b\":{\"c\":5}}}", "a.b.c"))
                .containsExactly("5");
    }

    @Test
    void a_list_stands_for_its_elements() {
        assertThat(values("{\"a\":[{\"b\":1},{\"b\":[2,3]},{\"c\":4}]}", "a.b")).containsExactly("1", "2", "3");
        assertThat(values("{\"a\":[]}", "a")).isEmpty();
    }

    @Test
    void names_are_taken_as_written() {
        assertThat(values("{\"Image\":\"x\"}", "image")).isEmpty();
    }

    @Test
    void an_object_is_its_text() {
        assertThat(values("{\"a\":{\"b\":[1,\"x\"]}}", "a")).containsExactly("{\"b\":[1,\"x\"]}");
    }

    @Test
    void an_elements_text_stands_for_the_element_and_not_for_what_is_below() {
        assertThat(values("{\"a\":{\"#text\":[\"x\",[\"y\"]],\"b\":1}}", "a")).containsExactly("x", "y");
        String rules = Rules.rule("s: {a|exists: true}\nt: {a.b: 1}\ncondition: s and t");
        RuleSet set = RuleSet.compile(java.util.Map.of("r.yml", rules));
        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"a\":{\"#text\":{\"b\":1}}}")))
                .isEmpty();
        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"a\":{\"#text\":{\"c\":1},\"b\":1}}")))
                .hasSize(1);
    }

    @Test
    void fields_of_a_windows_event_have_their_plain_names() {
        String event = """
                {"Event": {"System": {"EventID": {"#attributes": {"Qualifiers": 0}, "#text": 1},
                  "Provider": {"#attributes": {"Name": "Microsoft-Windows-Sysmon"}}, "Channel": "Security"},
                 "EventData": {"Image": "C:\\\\a.exe", "User": "me"}}}""";
        assertThat(values(event, "Image")).containsExactly("C:\\a.exe");
        assertThat(values(event, "EventData.Image")).containsExactly("C:\\a.exe");
        assertThat(values(event, "Event.EventData.Image")).containsExactly("C:\\a.exe");
        assertThat(values(event, "EventID")).containsExactly("1");
        assertThat(values(event, "Channel")).containsExactly("Security");
        assertThat(values(event, "Provider_Name")).containsExactly("Microsoft-Windows-Sysmon");
        assertThat(values("{\"EventData\":{\"Image\":\"a\"},\"EventID\":1}", "Image"))
                .containsExactly("a");
        assertThat(values("{\"winlog\":{\"event_data\":{\"Image\":\"b\"}}}", "Image"))
                .containsExactly("b");
        assertThat(values("{\"Event\":{\"UserData\":{\"X\":{\"Param\":\"p\"}}}}", "Param"))
                .containsExactly("p");
        String named = "{\"Event\":{\"EventData\":{\"Data\":[{\"#attributes\":{\"Name\":\"F\"},\"#text\":\"v\"}]}}}";
        assertThat(values(named, "F")).containsExactly("v");
    }

    @Test
    void what_is_no_object_has_no_fields() {
        assertThat(values("[1,2]", "a")).isEmpty();
        assertThat(values("null", "a")).isEmpty();
        assertThat(values("7", "a.b")).isEmpty();
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThatThrownBy(() -> values("{", "a")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> values("[".repeat(70_000), "a")).isInstanceOf(JacksonException.class);
    }

    private static java.util.List<String> values(String json, String field) {
        return EventView.of(Rules.SOURCE, json).values(field);
    }
}
