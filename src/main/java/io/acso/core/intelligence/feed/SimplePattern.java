package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * STIX patterns that only say that a value is one of some: comparisons with {@code =}, {@code IN}, {@code ISSUBSET},
 * or of a URL with {@code LIKE} and a final {@code %}, joined by {@code OR}. All others are for the matching of
 * patterns.
 */
final class SimplePattern {

    private static final Map<String, Form> PATHS = Map.ofEntries(
            Map.entry("ipv4-addr:value", Form.ADDRESS),
            Map.entry("ipv6-addr:value", Form.ADDRESS),
            Map.entry("domain-name:value", Form.DOMAIN),
            Map.entry("url:value", Form.URL),
            Map.entry("email-addr:value", Form.EMAIL),
            Map.entry("file:hashes.md5", Form.MD5),
            Map.entry("file:hashes.sha-1", Form.SHA1),
            Map.entry("file:hashes.sha1", Form.SHA1),
            Map.entry("file:hashes.sha-256", Form.SHA256),
            Map.entry("file:hashes.sha256", Form.SHA256),
            Map.entry("file:hashes.sha-512", Form.SHA512),
            Map.entry("file:hashes.sha512", Form.SHA512),
            Map.entry("file:extensions.windows-pebinary-ext.imphash", Form.IMPHASH));

    private final PatternWords words;
    private final List<TypedValue> values = new ArrayList<>();

    private SimplePattern(String pattern) {
        this.words = new PatternWords(pattern);
    }

    /** The values; empty when the pattern says more than that, or cannot be read. */
    static List<TypedValue> values(String pattern) {
        SimplePattern simple = new SimplePattern(pattern);
        return simple.observations() ? simple.values : List.of();
    }

    private boolean observations() {
        do {
            if (!words.skip("[")) {
                return false;
            }
            do {
                if (!comparison()) {
                    return false;
                }
            } while (words.skip("OR"));
            if (!words.skip("]")) {
                return false;
            }
        } while (words.skip("OR"));
        return words.ended();
    }

    private boolean comparison() {
        Form form = PATHS.get(words.word().replace("'", "").toLowerCase(Locale.ROOT));
        if (form == null) {
            return false;
        }
        words.advance();
        if (words.skip("=")) {
            return literal(form, false);
        }
        if (words.skip("ISSUBSET")) {
            return form == Form.ADDRESS && literal(form, false);
        }
        if (words.skip("LIKE")) {
            return form == Form.URL && literal(form, true);
        }
        return words.skip("IN") && words.skip("(") && list(form);
    }

    private boolean list(Form form) {
        do {
            if (!literal(form, false)) {
                return false;
            }
        } while (words.skip(","));
        return words.skip(")");
    }

    private boolean literal(Form form, boolean like) {
        String text = words.text();
        String value = text == null ? null : like ? beginning(text) : text.endsWith("*") ? null : text;
        if (value == null) {
            return false;
        }
        values.add(new TypedValue(form, value));
        words.advance();
        return true;
    }

    /** Of {@code http://evil.example/kit/%}; null when a wildcard stands anywhere else, or none. */
    private static @Nullable String beginning(String like) {
        int wildcard = like.indexOf('%');
        return wildcard >= 0 && wildcard == like.length() - 1 && like.indexOf('_') < 0
                ? like.substring(0, wildcard) + "*"
                : null;
    }
}
