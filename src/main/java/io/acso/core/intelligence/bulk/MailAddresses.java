package io.acso.core.intelligence.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mail addresses in lower case: hardly any server tells them apart by it. */
final class MailAddresses {

    private static final int MAX_LOCAL = 64;

    private MailAddresses() {}

    /** Null when the text is none. */
    static byte @Nullable [] bytes(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1
                || at > MAX_LOCAL
                || text.chars().limit(at).anyMatch(c -> c <= ' ' || "<>()[],;:\"".indexOf(c) >= 0)) {
            return null;
        }
        byte[] domain = DomainNames.bytes(text.substring(at + 1));
        if (domain == null) {
            return null;
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        return (local + "@" + new String(domain, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.UTF_8);
    }
}
