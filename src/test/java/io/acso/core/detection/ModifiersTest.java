package io.acso.core.detection;

import static io.acso.core.detection.Rules.failure;
import static io.acso.core.detection.Rules.item;
import static io.acso.core.detection.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One modifier after the other, after the text of the specification. */
class ModifiersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            f                ~ 'abc'        ~ {"f":"ABC"}                ~ true
            f                ~ 'abc'        ~ {"f":"abcd"}               ~ false
            f                ~ '*bc?'       ~ {"f":"xxbcd"}              ~ true
            f                ~ 'a\\*c'      ~ {"f":"a*c"}                ~ true
            f                ~ 'a\\*c'      ~ {"f":"abc"}                ~ false
            f|contains       ~ 'b'          ~ {"f":"aBc"}                ~ true
            f|startswith     ~ 'ab'         ~ {"f":"ABc"}                ~ true
            f|startswith     ~ 'bc'         ~ {"f":"abc"}                ~ false
            f|endswith       ~ 'bc'         ~ {"f":"aBC"}                ~ true
            f|endswith       ~ 'ab'         ~ {"f":"abc"}                ~ false
            f|cased          ~ 'abc'        ~ {"f":"ABC"}                ~ false
            f|contains|cased ~ 'b'          ~ {"f":"abc"}                ~ true
            f|contains|all   ~ ['a', 'c']   ~ {"f":"abc"}                ~ true
            f|contains|all   ~ ['a', 'd']   ~ {"f":"abc"}                ~ false
            f                ~ ['a', 'b']   ~ {"f":"B"}                  ~ true
            f                ~ ['a','b','c','d','e'] ~ {"f":"E"}         ~ true
            f|exists         ~ true         ~ {"f":null}                 ~ true
            f|exists         ~ true         ~ {"g":1}                    ~ false
            f|exists         ~ false        ~ {"g":1}                    ~ true
            f                ~ null         ~ {"g":1}                    ~ true
            f                ~ null         ~ {"f":null}                 ~ true
            f                ~ null         ~ {"f":""}                   ~ false
            f                ~ ''           ~ {"f":""}                   ~ true
            f                ~ ''           ~ {"g":""}                   ~ false
            f                ~ '*'          ~ {"f":"x"}                  ~ true
            f                ~ '*'          ~ {"g":"x"}                  ~ false
            f                ~ 4688         ~ {"f":4688}                 ~ true
            f                ~ 4688         ~ {"f":"4688"}               ~ true
            f                ~ '4688'       ~ {"f":4688}                 ~ true
            f                ~ 1.50         ~ {"f":1.5}                  ~ true
            f                ~ true         ~ {"f":true}                 ~ true
            f                ~ 'true'       ~ {"f":true}                 ~ true
            f                ~ true         ~ {"f":"True"}               ~ true
            f                ~ false        ~ {"f":true}                 ~ false
            f|neq            ~ 'abc'        ~ {"f":"abd"}                ~ true
            f|neq            ~ 'abc'        ~ {"f":"ABC"}                ~ false
            f|neq            ~ [1, 2]       ~ {"f":2}                    ~ false
            f|neq            ~ [1, 2]       ~ {"f":3}                    ~ true
            f|lt             ~ 5            ~ {"f":4.9}                  ~ true
            f|lt             ~ 5            ~ {"f":5}                    ~ false
            f|lte            ~ 5            ~ {"f":"5"}                  ~ true
            f|gt             ~ 5            ~ {"f":5}                    ~ false
            f|gte            ~ 5            ~ {"f":5}                    ~ true
            f|gt             ~ 5            ~ {"f":"many"}               ~ false
            f|cidr           ~ 10.0.0.0/8   ~ {"f":"10.255.0.1"}         ~ true
            f|cidr           ~ 10.0.0.0/8   ~ {"f":"11.0.0.1"}           ~ false
            f|cidr           ~ 10.1.2.128/25 ~ {"f":"10.1.2.127"}        ~ false
            f|cidr           ~ 10.0.0.0/8   ~ {"f":"10.0.0"}             ~ false
            f|cidr           ~ 'fe80::/10'  ~ {"f":"fe80::1%eth0"}       ~ true
            f|cidr           ~ 'fe80::/10'  ~ {"f":"fec0::1"}            ~ false
            f|cidr           ~ 10.0.0.0/8   ~ {"f":"::ffff:10.1.2.3"}    ~ true
            f|cidr           ~ '::ffff:10.0.0.0/104' ~ {"f":"10.1.2.3"}  ~ true
            f|cidr           ~ '0.0.0.0/0'  ~ {"f":"203.0.113.9"}        ~ true
            f|re             ~ 'a.c'        ~ {"f":"xxabcx"}             ~ true
            f|re             ~ 'a.c'        ~ {"f":"ABC"}                ~ false
            f|re|i           ~ 'a.c'        ~ {"f":"ABC"}                ~ true
            f|re             ~ '^b$'        ~ {"f":"a\\nb\\nc"}          ~ false
            f|re|m           ~ '^b$'        ~ {"f":"a\\nb\\nc"}          ~ true
            f|re             ~ 'a.b'        ~ {"f":"a\\nb"}              ~ false
            f|re|s           ~ 'a.b'        ~ {"f":"a\\nb"}              ~ true
            f|re             ~ 'a(?=b)'     ~ {"f":"ab"}                 ~ true
            f|re             ~ '(a)\\1'     ~ {"f":"ab"}                 ~ false
            f|base64         ~ 'foo'        ~ {"f":"Zm9v"}               ~ true
            f|base64|contains ~ 'foo bar'   ~ {"f":"-e Zm9vIGJhcg=="}    ~ true
            f|base64offset|contains ~ '/bin/bash' ~ {"f":"xxL2Jpbi9iYXNoxx"} ~ true
            f|base64offset|contains ~ '/bin/bash' ~ {"f":"xxvYmluL2Jhc2xx"}  ~ true
            f|base64offset|contains ~ '/bin/bash' ~ {"f":"xx9iaW4vYmFzaxx"}  ~ true
            f|wide|base64    ~ 'cmd'        ~ {"f":"YwBtAGQA"}           ~ true
            f|utf16le|base64 ~ 'cmd'        ~ {"f":"YwBtAGQA"}           ~ true
            f|utf16be|base64 ~ 'cmd'        ~ {"f":"AGMAbQBk"}           ~ true
            f|utf16|base64   ~ 'cmd'        ~ {"f":"//5jAG0AZAA="}       ~ true
            f|windash|contains ~ ' -param'  ~ {"f":"x.exe /param"}       ~ true
            f|contains|windash ~ ' /param'  ~ {"f":"x.exe \\u2013Param"} ~ true
            f|windash|contains ~ ' -param'  ~ {"f":"x.exe _param"}       ~ false
            f|fieldref       ~ g            ~ {"f":"a","g":"A"}          ~ true
            f|fieldref       ~ g            ~ {"f":"a","g":"b"}          ~ false
            f|fieldref       ~ g            ~ {"f":null,"g":null}        ~ false
            f|fieldref|cased ~ g            ~ {"f":"a","g":"A"}          ~ false
            f|fieldref|neq   ~ g            ~ {"f":"a","g":"b"}          ~ true
            f|fieldref|startswith ~ g       ~ {"f":"abc","g":"AB"}       ~ true
            f|fieldref|endswith   ~ g       ~ {"f":"abc","g":"bc"}       ~ true
            f|fieldref|contains   ~ g       ~ {"f":"abc","g":"x"}        ~ false
            t|hour           ~ 23           ~ {"t":"2026-03-11T23:05:00Z"} ~ true
            t|hour|gte       ~ 22           ~ {"t":"2026-03-11 23:05:00.123"} ~ true
            t|minute         ~ 5            ~ {"t":"2026-03-11T23:05:00+02:00"} ~ true
            t|day            ~ 11           ~ {"t":"2026-03-11"}         ~ true
            t|week           ~ 11           ~ {"t":"2026-03-11"}         ~ true
            t|month          ~ 4            ~ {"t":"2026-03-11"}         ~ false
            t|year|lt        ~ 2026         ~ {"t":"2025-12-31"}         ~ true
            t|year           ~ 2026         ~ {"t":"2026-99-11"}         ~ false
            """)
    void a_modifier_decides(String key, String value, String event, boolean expected) {
        assertThat(item(key.trim(), value.trim(), event.trim())).isEqualTo(expected);
    }

    @Test
    void placeholders_take_each_of_their_values() {
        String yaml = rule("selection:\n    host|expand: '%servers%-\\%x'\ncondition: selection");
        RuleSet set = RuleSet.compile(Map.of("r.yml", yaml), Map.of("servers", List.of("db*", "web")));

        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"host\":\"db7-%x\"}")))
                .hasSize(1);
        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"host\":\"web-%x\"}")))
                .hasSize(1);
        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"host\":\"web7-%x\"}")))
                .isEmpty();
        assertThat(failure(yaml)).startsWith("6: no values for the placeholder %servers%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            f|foo                ~ 'x'           ~ unknown modifier 'foo'
            f|re|contains        ~ 'x'           ~ do not go together
            f|i                  ~ 'x'           ~ belong to 're'
            f|re                 ~ '('           ~ not a regular expression
            f|cidr               ~ 'x'           ~ is not a network
            f|cidr               ~ '10.0.0.0/33' ~ prefix length
            f|gt                 ~ 'x'           ~ is not a number
            f|gt|lt              ~ 1             ~ compares twice
            f|exists             ~ 'maybe'       ~ true or false
            f|base64             ~ 'a*'          ~ wildcards
            f|base64offset       ~ 'a'           ~ at least two
            f|contains           ~ null          ~ null cannot
            f                    ~ []            ~ needs a value
            f                    ~ [[1]]         ~ only plain values
            f                    ~ {a: 1}        ~ needs a value
            """)
    void what_makes_no_sense_is_refused_with_its_line(String key, String value, String error) {
        String yaml = rule("selection:\n    " + key.trim() + ": " + value.trim() + "\ncondition: selection");
        assertThat(failure(yaml)).startsWith("6: ").contains(error.trim());
    }
}
