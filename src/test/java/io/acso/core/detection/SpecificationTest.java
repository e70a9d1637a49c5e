package io.acso.core.detection;

import static io.acso.core.detection.Rules.item;
import static io.acso.core.detection.Rules.matches;
import static io.acso.core.detection.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples and sentences of Sigma's specification 2.1, section by section. */
class SpecificationTest {

    private static final List<String> DASHES = List.of("-", "/", "\\u2013", "\\u2014", "\\u2015");

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            'prog?.exe'         ~ progA.exe              ~ true
            'prog?.exe'         ~ prog.exe               ~ false
            'prog?.exe'         ~ progAB.exe             ~ false
            'antivirus_V*.exe'  ~ antivirus_V21.2.1.exe  ~ true
            'antivirus_V*.exe'  ~ antivirus_V.exe        ~ true
            'antivirus_V*.exe'  ~ antivirus_V1.exe2      ~ false
            """)
    void wildcards(String value, String text, boolean expected) {
        assertThat(item("f", value, "{\"f\":\"" + text + "\"}")).isEqualTo(expected);
    }

    /** The event's text is written as JSON, so each backslash in it stands twice. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            'a\\b'      ~ a\\\\b      ~ true
            'a\\\\b'    ~ a\\\\b      ~ true
            'a\\*'      ~ a*          ~ true
            'a\\*'      ~ ab          ~ false
            'a\\?'      ~ a?          ~ true
            'a\\?'      ~ ab          ~ false
            'a\\\\*'    ~ a\\\\bc     ~ true
            'a\\\\*'    ~ abc         ~ false
            'a\\\\\\*'  ~ a\\\\*      ~ true
            'a\\\\\\*'  ~ a\\\\b      ~ false
            'a\\\\\\b'  ~ a\\\\\\\\b  ~ true
            'a\\\\\\\\b' ~ a\\\\\\\\b ~ true
            'a\\\\\\\\b' ~ a\\\\b     ~ false
            """)
    void backslashes(String value, String text, boolean expected) {
        assertThat(item("f", value, "{\"f\":\"" + text + "\"}")).isEqualTo(expected);
    }

    @Test
    void texts_of_a_list_stand_anywhere_in_the_event_and_one_is_enough() {
        String detection = "keywords:\n  - 'EVILSERVICE'\n  - 'svchost.exe -n evil'\ncondition: keywords";
        assertThat(matches(detection, "{\"a\":{\"b\":[\"run EvilService now\"]}}"))
                .isTrue();
        assertThat(matches(detection, "{\"a\":\"C:\\\\svchost.exe -n evil\"}")).isTrue();
        assertThat(matches(detection, "{\"evilservice\":\"svchost.exe\"}")).isFalse();
    }

    @Test
    void keywords_with_all_stand_in_any_values_but_all_of_them() {
        String detection = "k:\n  '|all':\n    - 'OabVirtualDirectory'\n    - ' -ExternalUrl '\ncondition: k";
        assertThat(matches(detection, "{\"a\":\"Set-OabVirtualDirectory\",\"b\":\"x -externalurl y\"}"))
                .isTrue();
        assertThat(matches(detection, "{\"a\":\"Set-OabVirtualDirectory\"}")).isFalse();
    }

    @Test
    void of_a_list_of_maps_one_is_enough() {
        String detection =
                "s:\n  - Image|endswith: '\\\\example.exe'\n  - Description|contains: 'Test executable'\ncondition: s";
        assertThat(matches(detection, "{\"Image\":\"C:\\\\Example.exe\"}")).isTrue();
        assertThat(matches(detection, "{\"Description\":\"A test executable.\"}"))
                .isTrue();
        assertThat(matches(detection, "{\"Image\":\"C:\\\\example.com\",\"Description\":\"Test\"}"))
                .isFalse();
    }

    @Test
    void of_a_map_everything_is_needed_and_of_a_fields_list_one() {
        String detection = "s:\n  EventLog: Security\n  EventID:\n    - 517\n    - 1102\ncondition: s";
        assertThat(matches(detection, "{\"EventLog\":\"Security\",\"EventID\":1102}"))
                .isTrue();
        assertThat(matches(detection, "{\"EventLog\":\"Security\",\"EventID\":\"517\"}"))
                .isTrue();
        assertThat(matches(detection, "{\"EventLog\":\"Security\",\"EventID\":4624}"))
                .isFalse();
        assertThat(matches(detection, "{\"EventLog\":\"System\",\"EventID\":517}"))
                .isFalse();
    }

    @Test
    void a_hexadecimal_number_in_quotes_is_a_text() {
        String detection = "s:\n  TicketOptions: '0x40810000'\n  TicketEncryption: '0x17'\ncondition: s";
        assertThat(matches(detection, "{\"TicketOptions\":\"0x40810000\",\"TicketEncryption\":\"0X17\"}"))
                .isTrue();
        assertThat(matches(detection, "{\"TicketOptions\":1082195968,\"TicketEncryption\":23}"))
                .isFalse();
    }

    @Test
    void an_attribute_of_the_header_of_a_windows_event_is_joined_by_an_underscore() {
        String event = """
                {"Event": {"System": {
                  "Provider": {"#attributes": {"Name": "Service Control Manager"}},
                  "Execution": {"#attributes": {"ProcessID": 788, "ThreadID": 792}}}}}""";
        assertThat(item("Provider_Name", "'Service Control Manager'", event)).isTrue();
        assertThat(item("Execution_ProcessID", "788", event)).isTrue();
        assertThat(item("Execution_ProcessID", "792", event)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            {"A":"something","B":""}   ~ true
            {"A":"something","B":null} ~ true
            {"A":"something"}          ~ true
            {"A":"something","B":"x"}  ~ false
            {"A":"something","B":0}    ~ false
            """)
    void null_and_the_empty_text_are_values_of_their_own(String event, boolean expected) {
        String detection =
                "main:\n  A: something\nempty1:\n  B: ''\nempty2:\n  B: null\ncondition: main and 1 of empty*";
        assertThat(matches(detection, event)).isEqualTo(expected);
    }

    @Test
    void not_null_is_a_search_of_its_own_denied() {
        String detection = "s:\n  EventID: 4738\nfilter:\n  PasswordLastSet: null\ncondition: s and not filter";
        assertThat(matches(detection, "{\"EventID\":4738,\"PasswordLastSet\":\"%%1794\"}"))
                .isTrue();
        assertThat(matches(detection, "{\"EventID\":4738}")).isFalse();
    }

    @Test
    void a_field_exists_whatever_its_value() {
        for (String value : List.of("null", "\"\"", "[]", "{}", "0", "false")) {
            assertThat(item("f|exists", "true", "{\"f\":" + value + "}"))
                    .as(value)
                    .isTrue();
            assertThat(item("f|exists", "false", "{\"f\":" + value + "}"))
                    .as(value)
                    .isFalse();
        }
    }

    @Test
    void placeholders_need_expand_and_a_backslash_keeps_a_percent_sign() {
        assertThat(item("f", "'%name%'", "{\"f\":\"%NAME%\"}")).isTrue();
        assertThat(expanded("'%name%'", "{\"f\":\"srv12\"}")).isTrue();
        assertThat(expanded("'%name%'", "{\"f\":\"%name%\"}")).isFalse();
        assertThat(expanded("'\\%plain%name%'", "{\"f\":\"%plainsrv1\"}")).isTrue();
    }

    private static boolean expanded(String value, String event) {
        String yaml = rule("s:\n    f|expand: " + value + "\ncondition: s");
        RuleSet set = RuleSet.compile(Map.of("r.yml", yaml), Map.of("name", List.of("srv*")));
        assertThat(set.failures()).isEmpty();
        return !set.match(EventView.of(Rules.SOURCE, event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            a or b and c               ~ {"a":1}             ~ true
            (a or b) and c             ~ {"a":1}             ~ false
            not a and b                ~ {"b":1}             ~ true
            not a and b                ~ {}                  ~ false
            not (a and b)              ~ {}                  ~ true
            not a or b                 ~ {"a":1,"b":1}       ~ true
            not 1 of a*                ~ {"b":1}             ~ true
            1 of them                  ~ {"_d":1}            ~ false
            1 of them                  ~ {"c":1}             ~ true
            all of them                ~ {"a":1,"b":1,"c":1} ~ true
            all of them                ~ {"a":1,"b":1,"_d":1} ~ false
            2 of them                  ~ {"a":1,"_d":1}      ~ false
            2 of them                  ~ {"a":1,"c":1}       ~ true
            1 of _*                    ~ {"_d":1}            ~ true
            _d                         ~ {"_d":1}            ~ true
            1 of a* and c              ~ {"a":1}             ~ false
            1 of a* and not 1 of b*    ~ {"a":1}             ~ true
            """)
    void conditions(String condition, String event, boolean expected) {
        String searches = Stream.of("a", "b", "c", "_d")
                .map(name -> name + ":\n  " + name + ": 1\n")
                .reduce("", String::concat);
        assertThat(matches(searches + "condition: " + condition, event)).isEqualTo(expected);
    }

    @Test
    void of_several_conditions_one_is_enough() {
        String detection = "a:\n  a: 1\nb:\n  b: 1\ncondition:\n  - a and b\n  - not a and not b";
        assertThat(matches(detection, "{\"a\":1,\"b\":1}")).isTrue();
        assertThat(matches(detection, "{}")).isTrue();
        assertThat(matches(detection, "{\"a\":1}")).isFalse();
    }

    @Test
    void windash_takes_each_of_five_dashes_for_each() {
        for (String written : DASHES) {
            for (String typed : DASHES) {
                assertThat(item("f|windash|contains", "\" " + written + "p\"", "{\"f\":\"x " + typed + "P\"}"))
                        .as("%s for %s", typed, written)
                        .isTrue();
            }
            assertThat(item("f|windash", "\"" + written + "p\"", "{\"f\":\"_p\"}"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf16le|base64", "wide|base64"})
    void utf16_little_endian_is_wide(String modifiers) {
        // 63 00 6d 00 64 00
        assertThat(item("f|" + modifiers, "cmd", "{\"f\":\"YwBtAGQA\"}")).isTrue();
    }

    @Test
    void utf16_with_a_mark_and_big_endian() {
        // FF FE 63 00 6d 00 64 00, and 00 63 00 6d 00 64
        assertThat(item("f|utf16|base64", "cmd", "{\"f\":\"//5jAG0AZAA=\"}")).isTrue();
        assertThat(item("f|utf16be|base64", "cmd", "{\"f\":\"AGMAbQBk\"}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contains", "startswith", "endswith", "windash", "base64", "cased", "gt", "re"})
    void neq_denies_whatever_stands_beside_it(String modifier) {
        for (String event : List.of("{\"f\":\"5\"}", "{\"f\":\"x5x\"}", "{\"f\":7}", "{\"f\":\"NQ==\"}", "{}")) {
            assertThat(item("f|" + modifier + "|neq", "'5'", event))
                    .as(event)
                    .isNotEqualTo(item("f|" + modifier, "'5'", event));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            f|cidr               ~ '2001:db8::/32'   ~ {"f":"2001:DB8:0:1::5"}     ~ true
            f|cidr               ~ '2001:db8::/32'   ~ {"f":"2001:db9::"}          ~ false
            f|cidr               ~ '2001:db8::1'     ~ {"f":"2001:0db8:0:0::1"}    ~ true
            f|cidr               ~ '::/0'            ~ {"f":"10.0.0.1"}            ~ false
            f|cidr|all           ~ ['10.0.0.0/8', '10.1.0.0/16'] ~ {"f":"10.1.0.9"} ~ true
            f|cidr               ~ ['10.0.0.0/8', '192.168.0.0/16'] ~ {"f":["x","192.168.7.7"]} ~ true
            f|re                 ~ '[a-c]{2,3}d?$'   ~ {"f":"xabc"}                ~ true
            f|re                 ~ '(ab|cd)+[^e]'    ~ {"f":"cdabe"}               ~ true
            f|re|i|s             ~ 'A.B'             ~ {"f":"a\\nb"}               ~ true
            f|re|all             ~ ['a', 'b']        ~ {"f":"ba"}                  ~ true
            f|re|all             ~ ['a', 'b']        ~ {"f":["a","b"]}             ~ true
            f|re                 ~ 'b$'              ~ {"f":"ab\\n"}               ~ true
            f|fieldref           ~ [g, h]            ~ {"f":"a","g":"x","h":"A"}   ~ true
            f|fieldref|all       ~ [g, h]            ~ {"f":"a","g":"x","h":"A"}   ~ false
            f|fieldref|neq       ~ g                 ~ {"f":"a"}                   ~ true
            f|fieldref           ~ g                 ~ {"f":5,"g":"5"}             ~ true
            f|gt                 ~ -5                ~ {"f":-4.5}                  ~ true
            f|lt                 ~ 1e3               ~ {"f":"999"}                 ~ true
            f|gte                ~ 5                 ~ {"f":[1,7]}                 ~ true
            f|gte|all            ~ [5, 6]            ~ {"f":[5,7]}                 ~ true
            f|gte|neq            ~ 5                 ~ {"f":4}                     ~ true
            f|contains|all|cased ~ ['A', 'b']        ~ {"f":"Ab"}                  ~ true
            f|all|contains       ~ ['A', 'c']        ~ {"f":"Ab"}                  ~ false
            t|week               ~ 1                 ~ {"t":"2024-12-30T00:00:00"} ~ true
            t|minute|lt          ~ 10                ~ {"t":"2026-03-11T23:05"}    ~ true
            t|hour               ~ 5                 ~ {"t":"1773270300"}          ~ false
            """)
    void modifiers_together(String key, String value, String event, boolean expected) {
        assertThat(item(key, value, event)).isEqualTo(expected);
    }
}
