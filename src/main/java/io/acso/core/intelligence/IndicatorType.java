package io.acso.core.intelligence;

import java.util.Locale;

/** What an indicator's value is, and with it what the value matches. */
public enum IndicatorType {
    IPV4_ADDRESS("ipv4-addr:value"),
    IPV6_ADDRESS("ipv6-addr:value"),
    /** A network in CIDR notation: every address within. */
    IPV4_NETWORK("ipv4-addr:value"),
    IPV6_NETWORK("ipv6-addr:value"),
    /** The name and every name below it. */
    DOMAIN("domain-name:value"),
    /** This name and no other. */
    HOSTNAME("domain-name:value"),
    MD5("file:hashes.MD5"),
    SHA1("file:hashes.'SHA-1'"),
    SHA256("file:hashes.'SHA-256'"),
    SHA512("file:hashes.'SHA-512'"),
    /** The MD5 of a Windows executable's imports. */
    IMPHASH("file:extensions.'windows-pebinary-ext'.imphash"),
    URL("url:value"),
    /** Every URL that begins so. */
    URL_PREFIX("url:value"),
    EMAIL("email-addr:value");

    private final String path;

    IndicatorType(String path) {
        this.path = path;
    }

    /** The object path of STIX 2.1 patterns that such a value is compared with. */
    public String path() {
        return path;
    }

    /** The name in output: {@code ipv4-address}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
