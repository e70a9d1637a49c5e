package io.acso.core.intelligence;

import static io.acso.core.intelligence.Indicators.covering;
import static io.acso.core.intelligence.Indicators.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The compiled set finds what going through all indicators one by one finds, no more and no less. */
class IndicatorProperties {

    @Property(tries = 300)
    void as_a_naive_search_finds(@ForAll("indicators") List<String> indicators, @ForAll("values") List<String> values) {
        IndicatorSet set = set(indicators.toArray(String[]::new));
        for (String value : values) {
            assertThat(new TreeSet<>(covering(set, value)))
                    .as(value)
                    .isEqualTo(indicators.stream()
                            .filter(indicator -> covers(indicator, value))
                            .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
        }
    }

    @Property(tries = 30)
    void many_are_all_found(@ForAll("many") int count) {
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            lines[i] = "h" + i + ".example";
        }
        IndicatorSet set = set(lines);
        assertThat(set.size()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(covering(set, "x.h" + i + ".example")).containsExactly("h" + i + ".example");
            assertThat(covering(set, "h" + (i + count) + ".example")).isEmpty();
        }
    }

    private static boolean covers(String indicator, String value) {
        if (indicator.endsWith("*")) {
            return value.startsWith(indicator.substring(0, indicator.length() - 1));
        }
        if (indicator.contains("://") || isHash(indicator)) {
            return indicator.equals(value.toLowerCase(Locale.ROOT));
        }
        String host = value.contains("://") ? host(value) : value;
        if (indicator.contains("/")) {
            return InetAddresses.isInetAddress(host) && within(indicator, host);
        }
        boolean address = InetAddresses.isInetAddress(indicator);
        return host.equals(indicator) || (!address && host.endsWith("." + indicator));
    }

    private static boolean isHash(String text) {
        return text.length() == 32 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static String host(String url) {
        String rest = url.substring(url.indexOf("://") + 3);
        String host = rest.substring(0, rest.indexOf('/'));
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean within(String network, String host) {
        String[] parts = network.split("/");
        byte[] base = InetAddresses.forString(parts[0]).getAddress();
        byte[] address = InetAddresses.forString(host).getAddress();
        int shift = base.length * 8 - Integer.parseInt(parts[1]);
        return base.length == address.length
                && new BigInteger(1, base).shiftRight(shift).equals(new BigInteger(1, address).shiftRight(shift));
    }

    @Provide
    Arbitrary<Integer> many() {
        return Arbitraries.integers().between(1, 3_000);
    }

    @Provide
    Arbitrary<List<String>> indicators() {
        return Arbitraries.oneOf(address(), network(), name(), hash(), url(), url().map(url -> url + "*"))
                .list()
                .uniqueElements()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.oneOf(address(), name(), hash(), url(), url())
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** From few bytes, so that much coincides. */
    private static Arbitrary<String> address() {
        Arbitrary<String> v4 = octets().map(IndicatorProperties::written);
        Arbitrary<String> v6 = Arbitraries.of(1, 0x8000, 0xffff)
                .list()
                .ofSize(2)
                .map(parts -> InetAddresses.toAddrString(
                        InetAddresses.forString("2001:%x::%x".formatted(parts.get(0), parts.get(1)))));
        return Arbitraries.oneOf(v4, v6);
    }

    private static Arbitrary<List<Integer>> octets() {
        return Arbitraries.of(1, 2, 127, 128, 255).list().ofSize(4);
    }

    private static String written(List<Integer> octets) {
        return String.join(".", octets.stream().map(String::valueOf).toList());
    }

    private static Arbitrary<String> network() {
        Arbitrary<String> v4 = Combinators.combine(
                        octets(), Arbitraries.integers().between(1, 31))
                .as((octets, length) -> masked(written(octets), length));
        Arbitrary<String> v6 = Combinators.combine(
                        Arbitraries.of("2001:1::1", "2001:8000::ffff", "2001:ffff::8000"),
                        Arbitraries.integers().between(1, 127))
                .as(IndicatorProperties::masked);
        return Arbitraries.oneOf(v4, v6);
    }

    private static String masked(String address, int length) {
        byte[] bytes = InetAddresses.forString(address).getAddress();
        int shift = bytes.length * 8 - length;
        BigInteger base = new BigInteger(1, bytes).shiftRight(shift).shiftLeft(shift);
        return InetAddresses.toAddrString(
                        bytes.length == 4
                                ? InetAddresses.fromIPv4BigInteger(base)
                                : InetAddresses.fromIPv6BigInteger(base))
                + "/" + length;
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of("a", "b", "ab", "abcdefghij", "x1")
                .list()
                .ofMinSize(2)
                .ofMaxSize(5)
                .map(labels -> String.join(".", labels));
    }

    private static Arbitrary<String> hash() {
        return Arbitraries.of("0", "a")
                .list()
                .ofSize(4)
                .map(parts -> String.join("", parts).repeat(8));
    }

    private static Arbitrary<String> url() {
        return Combinators.combine(
                        Arbitraries.of("http", "https"),
                        name(),
                        Arbitraries.of("", "a", "b", "/", "?", "a/").list().ofMaxSize(4))
                .as((scheme, host, rest) -> scheme + "://" + host + "/" + String.join("", rest));
    }
}
