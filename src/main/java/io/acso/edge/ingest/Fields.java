package io.acso.edge.ingest;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values out of records that may hold anything anywhere. */
public final class Fields {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Fields() {}

    /** The value at the path when it is a string, number or boolean and not empty; else null. */
    public static @Nullable String text(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        if (!found.isValueNode() || found.isNull()) {
            return null;
        }
        String text = found.asString();
        return text.isEmpty() ? null : text;
    }

    /** What is at the path; a missing node, which has no members, when nothing is. */
    public static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        return found;
    }

    /** A whole number in decimal, or in hex after {@code 0x}; null when it is none or exceeds a long. */
    public static @Nullable Long number(@Nullable String text) {
        if (text == null || text.length() > 20) {
            return null;
        }
        try {
            BigInteger number =
                    text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text.trim());
            return number.bitLength() < Long.SIZE ? number.longValue() : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The address when the text is a literal IP address, which is never looked up; else null. */
    public static @Nullable InetAddress address(@Nullable String text) {
        if (text == null || text.length() > 45 || !ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The scope of an address: {@code internet} when it is unique in the world, else the network that it
     * was seen in, because private, loopback and link-local addresses mean another machine elsewhere.
     */
    public static String scopeOf(InetAddress address, String network) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean sharedSpace = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean local = address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
        return local || uniqueLocal || sharedSpace ? network : "internet";
    }
}
