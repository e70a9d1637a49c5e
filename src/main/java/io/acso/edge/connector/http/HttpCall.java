package io.acso.edge.connector.http;

import io.acso.domain.kernel.Digest;
import io.acso.edge.connector.command.Credentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One request, but for the secret.
 *
 * @param headers by name, in the order in which they are sent
 * @param credentials names the secret for {@code Authorization}; null without
 */
record HttpCall(
        String method,
        URI url,
        SequencedMap<String, String> headers,
        byte @Nullable [] content,
        @Nullable Credentials credentials) {

    private static final int SHOWN = 4096;

    /** As a person reads it before agreeing. Content that is too long to show is named by its hash. */
    String text() {
        StringBuilder text = new StringBuilder(method + " " + url);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            text.append('\n').append(header.getKey()).append(": ").append(header.getValue());
        }
        if (credentials != null) {
            text.append("\nAuthorization: (")
                    .append(credentials.type())
                    .append(", from the secret '")
                    .append(credentials.name())
                    .append("')");
        }
        if (content != null) {
            text.append("\n\n").append(shown(content));
        }
        return text.toString();
    }

    private static String shown(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        boolean readable = content.length <= SHOWN && text.indexOf('\uFFFD') < 0;
        return readable
                ? text
                : "(" + content.length + " bytes, sha256:" + Digest.of(content).hex() + ")";
    }
}
