package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.IndicatorType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * URLs in a normal form after RFC 3986, section 6: scheme and host in lower case, no default port, no dot segments,
 * percent-encoding only where it is needed and in upper case, no fragment. What malware asks for is often no valid
 * URL, so nothing else is demanded of it.
 */
final class Urls {

    static final String MARK = "://";
    private static final int MAX_SCHEME = 16;
    private static final String UNRESERVED = "-._~";
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    /** A URL in parts, each in its normal form; {@code scheme} is empty where the text has none. */
    record Parts(String scheme, String host, String authority, String rest) {

        /** Where a URL without a scheme is meant, any scheme's is; its form begins with two slashes. */
        byte[] bytes() {
            String text = (scheme.isEmpty() ? "" : scheme + ":") + "//" + authority + rest;
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private Urls() {}

    /** An indicator: the whole URL, or with a final asterisk its beginning; null when the text is neither. */
    static @Nullable Key key(String text) {
        boolean prefix = text.endsWith("*");
        Parts parts = parts(prefix ? text.substring(0, text.length() - 1) : text);
        if (parts == null) {
            return null;
        }
        if (!prefix) {
            return new Key(IndicatorType.URL, parts.bytes());
        }
        return beginsUrl(text) ? new Key(IndicatorType.URL_PREFIX, reversed(parts.bytes())) : null;
    }

    /** A beginning must hold the whole host, or it would mean hosts that nobody named; and not end in a dot segment. */
    private static boolean beginsUrl(String text) {
        int mark = text.indexOf(MARK);
        int host = mark < 0 ? 0 : mark + MARK.length();
        return text.indexOf('/', host) > 0 && text.indexOf('#') < 0 && !text.endsWith("/.*") && !text.endsWith("/..*");
    }

    static @Nullable Parts parts(String text) {
        int mark = text.indexOf(MARK);
        String scheme = mark < 0 ? "" : text.substring(0, mark).toLowerCase(Locale.ROOT);
        if (text.length() > Key.MAX_LENGTH || !isScheme(scheme) || mark == 0) {
            return null;
        }
        int start = mark < 0 ? 0 : mark + MARK.length();
        int end = start;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(start, end);
        int at = authority.lastIndexOf('@');
        String host = host(withoutPort(authority.substring(at + 1)));
        if (host == null) {
            return null;
        }
        String user = at < 0 ? "" : encoded(authority.substring(0, at + 1));
        String port = port(authority.substring(at + 1), scheme);
        return new Parts(scheme, host, user + host + port, rest(text.substring(end)));
    }

    private static boolean isScheme(String scheme) {
        return scheme.length() <= MAX_SCHEME
                && scheme.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
    }

    private static @Nullable String host(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        byte[] address = Addresses.bytes(bracketed ? text.substring(1, text.length() - 1) : text);
        if (address != null) {
            String written = Addresses.text(Addresses.address(address));
            return address.length > 4 ? "[" + written + "]" : written;
        }
        byte[] name = DomainNames.bytes(text);
        if (name != null) {
            return new String(name, StandardCharsets.US_ASCII);
        }
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f && "[]<>\"".indexOf(c) < 0);
        return plain ? text.toLowerCase(Locale.ROOT) : null;
    }

    private static String port(String host, String scheme) {
        String port = host.substring(withoutPort(host).length());
        boolean usual = port.equals(":")
                || (port.equals(":80") && scheme.equals("http"))
                || (port.equals(":443") && scheme.equals("https"))
                || (port.equals(":21") && scheme.equals("ftp"));
        return usual ? "" : encoded(port);
    }

    /** Path and query. */
    private static String rest(String text) {
        int fragment = text.indexOf('#');
        String whole = encoded(fragment < 0 ? text : text.substring(0, fragment));
        int question = whole.indexOf('?');
        String path = question < 0 ? whole : whole.substring(0, question);
        return withoutDots(path) + (question < 0 ? "" : whole.substring(question));
    }

    private static String withoutDots(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            if (up) {
                kept.pollLast();
            } else if (!segments[i].equals(".")) {
                kept.addLast(segments[i]);
            }
            if (i == segments.length - 1 && (up || segments[i].equals("."))) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String encoded(String text) {
        if (text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%')) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int escape = bytes[i] == '%' ? escaped(bytes, i) : -1;
            if (escape >= 0) {
                i += 2;
                append(escape, out);
            } else if (bytes[i] > ' ' && bytes[i] < 0x7f) {
                out.append((char) bytes[i]);
            } else {
                out.append('%').append(UPPER.toHexDigits(bytes[i]));
            }
        }
        return out.toString();
    }

    private static void append(int escape, StringBuilder out) {
        if (escape < 0x80 && (Character.isLetterOrDigit(escape) || UNRESERVED.indexOf(escape) >= 0)) {
            out.append((char) escape);
        } else {
            out.append('%').append(UPPER.toHexDigits((byte) escape));
        }
    }

    private static int escaped(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return -1;
        }
        byte[] value = Hex.bytes(new String(bytes, at + 1, 2, StandardCharsets.ISO_8859_1));
        return value == null ? -1 : Objects.requireNonNull(value)[0] & 0xff;
    }

    /** As people write it: without the two slashes of a URL of any scheme. */
    static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return text.startsWith("//") ? text.substring(2) : text;
    }

    static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
