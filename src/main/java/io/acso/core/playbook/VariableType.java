package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** The types of CACAO's variables (§10.18.1), all written as texts. The vocabulary is open: an unknown type takes any. */
final class VariableType {

    private record Shape(Predicate<String> holds, String cure) {}

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("bool", new Shape(matches("true|false"), "true or false")),
            Map.entry("dictionary", new Shape(VariableType::object, "a JSON object, such as {\"key\": \"value\"}")),
            Map.entry("float", new Shape(matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?"), "a number, such as 1.5")),
            Map.entry("hexstring", new Shape(matches("([0-9a-fA-F]{2})+"), "pairs of hexadecimal digits")),
            Map.entry("integer", new Shape(text -> whole(text, 63), "a whole number")),
            Map.entry("long", new Shape(text -> whole(text, 63), "a whole number")),
            Map.entry("ipv4-addr", new Shape(text -> address(text, '.'), "an IPv4 address or a block of them")),
            Map.entry("ipv6-addr", new Shape(text -> address(text, ':'), "an IPv6 address or a block of them")),
            Map.entry("mac-addr", new Shape(matches("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}"), "12:34:56:78:9a:bc")),
            Map.entry("hash", new Shape(matches("[0-9a-fA-F]{8,256}"), "hexadecimal digits")),
            Map.entry("md5-hash", new Shape(matches("[0-9a-fA-F]{32}"), "32 hexadecimal digits")),
            Map.entry("sha256-hash", new Shape(matches("[0-9a-fA-F]{64}"), "64 hexadecimal digits")),
            Map.entry("uri", new Shape(VariableType::uri, "a URI, such as https://example.com/")),
            Map.entry(
                    "uuid",
                    new Shape(
                            matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"), "a UUID of 36 characters")));

    private static final Pattern BLOCK = Pattern.compile("([0-9a-fA-F.:]+)(?:/(\\d{1,3}))?");
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int SHOWN = 60;

    private VariableType() {}

    /** Why the text is not of the type, to follow the variable's name; empty when it is. */
    static Optional<String> trouble(String type, String text) {
        Shape shape = SHAPES.get(type);
        return shape == null || shape.holds.test(text)
                ? Optional.empty()
                : Optional.of(
                        "is of type " + type + ", which '" + Limits.cut(text, SHOWN) + "' is not: write " + shape.cure);
    }

    private static Predicate<String> matches(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static boolean whole(String text, int bits) {
        return text.matches("-?\\d{1,20}") && new BigInteger(text).bitLength() <= bits;
    }

    private static boolean object(String text) {
        try {
            return Json.tree(text).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean uri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Never asks a name server: only what is written as an address is taken. */
    private static boolean address(String text, char separator) {
        var block = BLOCK.matcher(text);
        if (!block.matches() || block.group(1).indexOf(separator) < 0 || separator == '.' && text.indexOf(':') >= 0) {
            return false;
        }
        try {
            InetAddress.ofLiteral(block.group(1));
        } catch (IllegalArgumentException e) {
            return false;
        }
        int bits = separator == '.' ? IPV4_BITS : IPV6_BITS;
        return block.group(2) == null || Integer.parseInt(block.group(2)) <= bits;
    }
}
