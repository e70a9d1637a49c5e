package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.IndicatorType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a list says that its values are, and how they are then read; defanged ones too. */
public enum Form {
    /** The list does not say: told by the look of the value. */
    ANY,
    /** An address or a network. */
    ADDRESS,
    DOMAIN,
    HOSTNAME,
    /** A hash, told by its length; one of 32 digits is an MD5. */
    HASH,
    MD5,
    SHA1,
    SHA256,
    SHA512,
    IMPHASH,
    URL,
    EMAIL;

    /** @throws NoIndicator when the text is none of this form, or would match whatever comes */
    public Key read(String text) {
        String value = Defanged.read(text.strip());
        Key key = value.length() > Key.MAX_LENGTH ? null : this == ANY ? any(value) : typed(value);
        if (key == null || key.bytes().length > Key.MAX_LENGTH) {
            throw new NoIndicator("'" + shortened(text) + "' is no " + described());
        }
        if (isNetwork(key.type()) && Addresses.length(key.bytes()) == 0) {
            throw new NoIndicator("'" + shortened(text) + "' covers every address");
        }
        return key;
    }

    private static @Nullable Key any(String value) {
        if (value.contains(Urls.MARK)) {
            return Urls.key(value);
        }
        for (Form form : new Form[] {HASH, ADDRESS, DOMAIN, EMAIL}) {
            Key key = form.typed(value);
            if (key != null) {
                return key;
            }
        }
        int slash = value.indexOf('/');
        return slash > 0 && named(value.substring(0, slash)) ? Urls.key(value) : null;
    }

    /** Whether something is a host's name or address, perhaps with a port: without a scheme little else tells a URL. */
    private static boolean named(String host) {
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        return DomainNames.bytes(name) != null || Addresses.bytes(name) != null;
    }

    private @Nullable Key typed(String value) {
        return switch (this) {
            case ANY -> any(value);
            case ADDRESS -> Addresses.key(value);
            case DOMAIN -> key(IndicatorType.DOMAIN, DomainNames.bytes(belowWildcard(value)));
            case HOSTNAME -> key(IndicatorType.HOSTNAME, DomainNames.bytes(value));
            case HASH ->
                Hex.types(value.length()).isEmpty()
                        ? null
                        : key(Hex.types(value.length()).getFirst(), Hex.bytes(value));
            case MD5, SHA1, SHA256, SHA512, IMPHASH -> hash(IndicatorType.valueOf(name()), value);
            case URL -> Urls.key(value);
            case EMAIL -> key(IndicatorType.EMAIL, MailAddresses.bytes(value));
        };
    }

    private static @Nullable Key hash(IndicatorType type, String value) {
        return Hex.types(value.length()).contains(type) ? key(type, Hex.bytes(value)) : null;
    }

    private static @Nullable Key key(IndicatorType type, byte @Nullable [] bytes) {
        return bytes == null ? null : new Key(type, bytes);
    }

    private static String belowWildcard(String value) {
        return value.startsWith("*.") ? value.substring(2) : value.startsWith(".") ? value.substring(1) : value;
    }

    private static boolean isNetwork(IndicatorType type) {
        return type == IndicatorType.IPV4_NETWORK || type == IndicatorType.IPV6_NETWORK;
    }

    private String described() {
        return this == ANY
                ? "address, network, domain, hash, URL or e-mail address"
                : name().toLowerCase(Locale.ROOT) + " that can be looked for";
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    /** The value of a key as people write it. */
    static String text(Key key) {
        byte[] bytes = key.bytes();
        return switch (key.type()) {
            case IPV4_ADDRESS, IPV6_ADDRESS, IPV4_NETWORK, IPV6_NETWORK -> Addresses.text(key);
            case MD5, SHA1, SHA256, SHA512, IMPHASH -> HexFormat.of().formatHex(bytes);
            case URL -> Urls.text(bytes);
            case URL_PREFIX -> Urls.text(Urls.reversed(bytes)) + "*";
            case DOMAIN, HOSTNAME, EMAIL -> new String(bytes, StandardCharsets.UTF_8);
        };
    }
}
