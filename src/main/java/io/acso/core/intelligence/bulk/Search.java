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
    private static final int URL = Signs.COLON | Signs.SLASH;

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
        int signs = Signs.of(text);
        if ((signs & URL) == URL && text.contains(Urls.MARK)) {
            url(text);
        } else if (Signs.any(signs, Signs.SEPARATOR)) {
            list(text);
        } else {
            single(text, signs);
        }
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
        single(text, Signs.of(text));
    }

    private void single(String text, int signs) {
        if (signs == 0) {
            hash(text);
        } else if (Signs.any(signs, Signs.SPACE)) {
            return;
        } else if (Signs.any(signs, Signs.AT)) {
            mail(text);
        } else if (!(canBeAddress(signs) && address(text)) && canBeName(signs)) {
            domain(DomainNames.bytes(text));
        }
    }

    private static boolean canBeAddress(int signs) {
        return Signs.any(signs, Signs.DOT | Signs.COLON)
                && (!Signs.any(signs, Signs.NO_HEX) || Signs.any(signs, Signs.ZONE));
    }

    private static boolean canBeName(int signs) {
        return Signs.any(signs, Signs.DOT | Signs.BEYOND_ASCII)
                && !Signs.any(signs, Signs.COLON | Signs.SLASH | Signs.ZONE);
    }

    private void hash(String text) {
        List<IndicatorType> types = Hex.types(text.length());
        byte[] bytes = types.isEmpty() ? null : Hex.bytes(text);
        if (bytes != null) {
            types.forEach(type -> index.exact(type, bytes, found));
        }
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
