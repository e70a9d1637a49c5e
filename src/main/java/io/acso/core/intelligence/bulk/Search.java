package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.IndicatorType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks a text of an event up as whatever it can be: an address (with a port too), a network, a domain, a hash, a URL
 * and its host, an e-mail address, or a short list of such as Sysmon's {@code MD5=…,SHA256=…}. Nothing is undone here:
 * what is defanged in an event was not visited.
 */
final class Search {

    private static final int SHORTEST = 3;

    private final Index index;
    private final LongConsumer found;

    Search(Index index, LongConsumer found) {
        this.index = index;
        this.found = found;
    }

    void text(String raw) {
        String text = raw.strip();
        if (text.length() < SHORTEST || text.length() > Key.MAX_LENGTH) {
            return;
        }
        if (text.contains(Urls.MARK)) {
            url(text);
        } else if (separator(text) >= 0) {
            list(text);
        } else {
            single(text);
        }
    }

    private static int separator(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == ';' || c == '=') {
                return i;
            }
        }
        return -1;
    }

    private void list(String text) {
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == ',' || text.charAt(at) == ';') {
                part(text.substring(from, at).strip());
                from = at + 1;
            }
        }
    }

    private void part(String part) {
        int equal = part.indexOf('=');
        if (equal < 0) {
            single(part);
            return;
        }
        byte[] bytes = Hex.bytes(part.substring(equal + 1));
        String name = part.substring(0, equal).replace("-", "");
        for (IndicatorType type : Hex.types(part.length() - equal - 1)) {
            if (bytes != null && type.name().equalsIgnoreCase(name)) {
                index.exact(type, bytes, found);
            }
        }
    }

    private void single(String text) {
        List<IndicatorType> hashes = Hex.types(text.length());
        byte[] bytes = hashes.isEmpty() ? null : Hex.bytes(text);
        if (bytes != null) {
            for (IndicatorType type : hashes) {
                index.exact(type, bytes, found);
            }
        } else if (text.indexOf('@') > 0) {
            mail(text);
        } else if (hasDotOrColon(text) && !address(text)) {
            domain(DomainNames.bytes(text));
        }
    }

    /** Most texts have neither, and are nothing that could be looked up. */
    private static boolean hasDotOrColon(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == ':' || c > 0x7f) {
                return true;
            }
        }
        return false;
    }

    private void mail(String text) {
        byte[] bytes = index.has(IndicatorType.EMAIL) ? MailAddresses.bytes(text) : null;
        if (bytes != null) {
            index.exact(IndicatorType.EMAIL, bytes, found);
        }
    }

    /** Whether it is one. */
    private boolean address(String text) {
        Key key = Addresses.key(withoutPort(text));
        if (key == null) {
            return false;
        }
        index.exact(key.type(), key.bytes(), found);
        int length = key.bytes().length;
        switch (key.type()) {
            case IPV4_ADDRESS, IPV6_ADDRESS -> index.networks(key.bytes(), length * 8 - 1, found);
            default -> index.networks(Arrays.copyOf(key.bytes(), length - 1), Addresses.length(key.bytes()) - 1, found);
        }
        return true;
    }

    /** Of {@code 192.0.2.1:443} and {@code [2001:db8::1]:443} the address. */
    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        boolean v4 = colon > 0 && colon == text.lastIndexOf(':') && text.lastIndexOf('.', colon) > 0;
        return v4 ? text.substring(0, colon) : text;
    }

    private void domain(byte @Nullable [] name) {
        if (name != null) {
            index.exact(IndicatorType.HOSTNAME, name, found);
            index.domains(name, found);
        }
    }

    private void url(String text) {
        Urls.Parts parts = Urls.parts(text);
        if (parts == null || parts.scheme().isEmpty()) {
            return;
        }
        byte[] whole = parts.bytes();
        int scheme = parts.scheme().length() + 1;
        byte[] any = Arrays.copyOfRange(whole, scheme, whole.length);
        index.exact(IndicatorType.URL, whole, found);
        index.exact(IndicatorType.URL, any, found);
        index.beginnings(whole, found);
        index.beginnings(any, found);
        String host = parts.host();
        if (!address(host)) {
            domain(host.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
