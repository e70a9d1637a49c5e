package io.acso.core.intelligence;

import static io.acso.core.intelligence.Indicators.NOW;
import static io.acso.core.intelligence.Indicators.covering;
import static io.acso.core.intelligence.Indicators.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an indicator covers, and what it does not. */
class IndicatorSetTest {

    private static final String MD5 = "0123456789abcdef0123456789abcdef";
    private static final String SHA256 = MD5 + MD5;

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "198.51.100.7, 198.51.100.7:443",
        "198.51.100.7, ::ffff:198.51.100.7",
        "::ffff:198.51.100.7, 198.51.100.7",
        "2001:db8::1, 2001:0DB8:0:0::1",
        "2001:db8::1, [2001:db8::1]:443",
        "fe80::1, fe80::1%eth0",
        "198[.]51[.]100[.]7, 198.51.100.7",
        "203.0.113.0/24, 203.0.113.255",
        "203.0.113.77/24, 203.0.113.1",
        "203.0.113.0/24, 203.0.113.128/25",
        "203.0.113.9/32, 203.0.113.9",
        "2001:db8::/32, 2001:db8:ffff::1",
        "evil.example, evil.example",
        "evil.example, a.b.evil.example",
        "evil.example, EVIL.Example.",
        "*.evil.example, www.evil.example",
        "evil[.]example, evil.example",
        "bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, www.BÜCHER.example",
        "http://evil.example/a, HTTP://EVIL.example:80/a#top",
        "hxxps[://]evil[.]example/a, https://evil.example/a",
        "http://evil.example, http://evil.example/",
        "http://evil.example/%7euser/%2e, http://evil.example/~user/",
        "evil.example/a.exe, https://evil.example/a.exe",
        "http://evil.example/kit/*, http://evil.example/kit/x?y=z",
        "http://evil.example/k*, http://evil.example/kit",
        "evil.example/kit/*, ftp://evil.example/kit/x",
        "evil.example, http://a.evil.example/x",
        "198.51.100.7, http://198.51.100.7:8080/x",
        "2001:db8::1, 'http://[2001:db8::1]/x'",
        "Eve@Evil.example, eve@evil.EXAMPLE",
        "eve[at]evil[.]example, eve@evil.example",
        "0123456789ABCDEF0123456789abcdef, 0123456789abcdef0123456789abcdef",
    })
    void covers(String indicator, String value) {
        assertThat(covering(set("192.0.2.1", indicator, "other.example"), value))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.8",
        "203.0.113.0/24, 203.0.114.0",
        "203.0.113.128/25, 203.0.113.0/24",
        "2001:db8::/32, 2001:db9::1",
        "evil.example, notevil.example",
        "evil.example, evil.example.org",
        "evil.example, example",
        "a.evil.example, evil.example",
        "http://evil.example/a, http://evil.example/A",
        "http://evil.example/a, https://evil.example/a",
        "http://evil.example/a, http://evil.example/a/b",
        "http://evil.example/a, http://evil.example/a?b",
        "http://evil.example/kit/*, http://evil.example/kit",
        "http://evil.example/*, http://evil.example.org/",
        "eve@evil.example, evil.example",
        "evil.example, evil[.]example",
        "10.0.0.0/8, 010.0.0.1",
    })
    void does_not_cover(String indicator, String value) {
        assertThat(covering(set("192.0.2.1", indicator, "other.example"), value))
                .isEmpty();
    }

    @Test
    void all_that_cover_a_value_are_named() {
        IndicatorSet set =
                set("10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "10.2.0.0/16", "evil.example", "b.evil.example");
        assertThat(covering(set, "10.1.2.3")).containsExactlyInAnyOrder("10.1.2.3", "10.1.0.0/16", "10.0.0.0/8");
        assertThat(covering(set, "a.b.evil.example")).containsExactlyInAnyOrder("evil.example", "b.evil.example");
    }

    @Test
    void a_hash_named_by_its_algorithm_is_looked_up_as_that() {
        IndicatorSet set = set(MD5, SHA256);
        assertThat(covering(
                        set,
                        "SHA1=" + MD5 + "01234567,MD5=" + MD5.toUpperCase(java.util.Locale.ROOT) + ",SHA256=" + SHA256
                                + ",IMPHASH=" + MD5))
                .containsExactly(MD5, SHA256);
        assertThat(covering(set, "IMPHASH=" + MD5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0/0", "::/0", "com", "http://*", "http://evil*", "1.2.3", "300.1.2.3", "a b.example", "-"
            })
    void what_would_match_anything_or_nothing_is_refused(String line) {
        IndicatorFiles.Loaded loaded = Indicators.load("list.txt", "evil.example\n" + line + "\n198.51.100.7");
        assertThat(loaded.indicators().size()).isEqualTo(2);
        assertThat(loaded.reports().getFirst().refused()).isEqualTo(1);
        assertThat(loaded.reports().getFirst().examples().getFirst().line()).isEqualTo(2);
    }

    @Test
    void an_event_is_searched_through_and_the_field_is_named() {
        String event = """
                {"a": {"b": [{"ip": "10.1.2.3"}, {"ip": "198.51.100.7"}]}, "c": "x evil.example", "n": 5,
                 "d": "see", "e": "198.51.100.7"}""";
        assertThat(set("198.51.100.7", "evil.example").match(event, NOW))
                .singleElement()
                .returns("a.b.ip", IndicatorMatch::field)
                .returns("198.51.100.7", IndicatorMatch::observed);
    }

    @Test
    void what_several_sources_say_is_kept_and_what_one_repeats_is_not() {
        IndicatorFiles.Loaded loaded = Indicators.load(new java.util.LinkedHashMap<>(java.util.Map.of(
                "one.txt", "evil.example\nevil.example".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "two.txt", "EVIL.example".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(loaded.indicators().lookup("evil.example", NOW))
                .extracting(match -> match.indicator().source())
                .containsExactlyInAnyOrder("one", "two");
        assertThat(loaded.reports()).extracting(FeedReport::repeated).containsExactlyInAnyOrder(1L, 0L);
    }

    @Test
    void validity_holds_at_the_time_of_the_event() {
        IndicatorSet set = set("#! valid-from: 2026-01-01", "#! valid-until: 2026-02-01", "evil.example");
        assertThat(at(set, "2025-12-31T23:59:59Z")).isEmpty();
        assertThat(at(set, "2026-01-01T00:00:00Z")).hasSize(1);
        assertThat(at(set, "2026-02-01T00:00:00Z")).isEmpty();
    }

    @Test
    void confidence_decays_from_the_start_of_validity() {
        IndicatorSet set =
                set("#! valid-from: 2026-01-01", "#! decay: P10D", "#! confidence: 80", "#! source: x", "evil.example");
        assertThat(at(set, "2026-01-01T00:00:00Z"))
                .extracting(IndicatorMatch::confidence)
                .containsExactly(80);
        assertThat(at(set, "2026-01-06T00:00:00Z"))
                .extracting(IndicatorMatch::confidence)
                .containsExactly(40);
        assertThat(at(set, "2026-01-11T00:00:00Z")).isEmpty();
    }

    private static List<IndicatorMatch> at(IndicatorSet set, String time) {
        return set.lookup("evil.example", Instant.parse(time));
    }
}
