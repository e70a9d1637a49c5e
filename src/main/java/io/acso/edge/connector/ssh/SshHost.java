package io.acso.edge.connector.ssh;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and its port. */
record SshHost(String name, int port) {

    private static final int USUAL_PORT = 22;
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

    /** @throws IllegalArgumentException when it is none */
    static SshHost of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a host for SSH is host or host:port, not '" + text + "'");
        }
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        return new SshHost(name, parts.group(2) == null ? USUAL_PORT : Integer.parseInt(parts.group(2)));
    }

    /** As a resolver takes it, without the brackets. */
    String address() {
        return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    }

    @Override
    public String toString() {
        return name + ":" + port;
    }
}
