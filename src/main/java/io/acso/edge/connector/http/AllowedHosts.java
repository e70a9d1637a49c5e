package io.acso.edge.connector.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts that may be called. */
record AllowedHosts(List<Entry> entries) {

    private static final int HTTPS = 443;
    private static final Pattern ENTRY =
            Pattern.compile("(\\*\\.)?([a-z0-9](?:[a-z0-9.-]{0,252})|\\[[0-9a-f:.]{2,45}])(?::(\\d{1,5}))?");

    /** One line of the list. {@code below} when any host below the name is meant, and not the name itself. */
    record Entry(boolean below, String name, int port) {

        boolean fits(String host, int other) {
            return port == other && (below ? host.endsWith("." + name) : host.equals(name));
        }
    }

    /** @throws IllegalArgumentException when an entry is none */
    static AllowedHosts of(List<String> lines) {
        return new AllowedHosts(lines.stream().map(AllowedHosts::entry).toList());
    }

    private static Entry entry(String line) {
        Matcher parts = ENTRY.matcher(line.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("acso.http.allowed holds host:port, host or *.domain:port, not '" + line
                    + "' (no scheme, no path, and never every host)");
        }
        int port = parts.group(3) == null ? HTTPS : Integer.parseInt(parts.group(3));
        return new Entry(parts.group(1) != null, parts.group(2), port);
    }

    boolean none() {
        return entries.isEmpty();
    }

    boolean allow(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return entries.stream().anyMatch(entry -> entry.fits(host, port(url)));
    }

    /** The port that is meant, said or not. */
    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? HTTPS : 80;
    }
}
