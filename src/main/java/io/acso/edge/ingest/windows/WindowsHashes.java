package io.acso.edge.ingest.windows;

import io.acso.domain.kernel.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Sysmon's hashes, {@code SHA1=…,MD5=…,SHA256=…,IMPHASH=…}. */
final class WindowsHashes {

    private static final Map<String, Integer> ALGORITHMS = Map.of("MD5", 1, "SHA1", 2, "SHA256", 3);
    private static final int OTHER = 99;

    private WindowsHashes() {}

    static Optional<String> sha256(@Nullable String hashes) {
        for (String hash : split(hashes)) {
            if (hash.startsWith("SHA256=") && hash.length() == 71) {
                return Optional.of(hash.substring(7).toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    static ArrayNode ocsf(@Nullable String hashes) {
        ArrayNode fingerprints = Json.MAPPER.createArrayNode();
        for (String hash : split(hashes)) {
            int equals = hash.indexOf('=');
            if (equals > 0 && equals < hash.length() - 1) {
                String algorithm = hash.substring(0, equals);
                fingerprints
                        .addObject()
                        .put("algorithm", algorithm)
                        .put("algorithm_id", ALGORITHMS.getOrDefault(algorithm, OTHER))
                        .put("value", hash.substring(equals + 1));
            }
        }
        return fingerprints;
    }

    private static String[] split(@Nullable String hashes) {
        return hashes == null ? new String[0] : hashes.split(",", 16);
    }
}
