package io.acso.edge.demo;

import io.acso.domain.kernel.Json;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recorded records, CloudTrail's in order of time.
 *
 * @param name what it is called when told about
 * @param records each on its own; those of CloudTrail parsed, so that they can be moved in time
 * @param raw the file as it is when it holds something else; then it is sent as it is
 */
record Recording(String name, List<ObjectNode> records, byte[] raw) {

    static final String ATTACK = "/demo/attack.ndjson";

    private static final byte[] NOTHING = new byte[0];

    /** The bundled attack. */
    static Recording attack() throws IOException {
        try (InputStream in = Recording.class.getResourceAsStream(ATTACK)) {
            if (in == null) {
                throw new IOException(ATTACK + " is missing from this build: build it anew with 'acso build'");
            }
            return of("the bundled attack", in.readAllBytes());
        }
    }

    static Recording of(Path file) throws IOException {
        return of(file.toString(), Files.readAllBytes(file));
    }

    private static Recording of(String name, byte[] bytes) throws IOException {
        byte[] plain = plain(bytes);
        Optional<List<ObjectNode>> records = cloudTrail(plain);
        return records.map(found -> new Recording(name, found, NOTHING))
                .orElseGet(() -> new Recording(name, List.of(), bytes));
    }

    /** The account that most records are of. */
    Optional<String> account() {
        return records.stream()
                .map(record -> record.path("recipientAccountId").asString(""))
                .filter(account -> account.matches("\\d{12}"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** How far its last record lies before {@code now}; zero when that is unknown. */
    Duration age(Instant now) {
        return records.isEmpty() ? Duration.ZERO : Duration.between(time(records.getLast()), now);
    }

    /** The same records, each later by so much. */
    Recording later(Duration by) {
        List<ObjectNode> moved = records.stream()
                .map(record ->
                        record.deepCopy().put("eventTime", time(record).plus(by).toString()))
                .toList();
        return new Recording(name, moved, raw);
    }

    private static byte[] plain(byte[] bytes) throws IOException {
        boolean gzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
        if (!gzip) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static Optional<List<ObjectNode>> cloudTrail(byte[] plain) throws IOException {
        List<ObjectNode> found = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(plain), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    collect(Json.tree(line), found);
                }
            }
            found.sort(Comparator.comparing(Recording::time));
            return found.isEmpty() ? Optional.empty() : Optional.of(found);
        } catch (JacksonException | DateTimeException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> found) {
        JsonNode records = node.path("Records");
        if (records.isArray()) {
            records.forEach(record -> collect(record, found));
        } else if (node instanceof ObjectNode record && record.has("eventTime") && record.has("eventSource")) {
            found.add(record);
        } else {
            throw new IllegalStateException("not CloudTrail");
        }
    }

    private static Instant time(ObjectNode record) {
        return Instant.parse(record.path("eventTime").asString(""));
    }
}
