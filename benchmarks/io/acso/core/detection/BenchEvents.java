package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Piece;
import io.acso.edge.ingest.Piece.Found.Readable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recorded events, and harmless ones among them; no two are the same. */
final class BenchEvents {

    /** Harmless ones to a recorded one. */
    private static final int HARMLESS = 7;

    private static final String[] IMAGES = {
        "C:\\Windows\\System32\\svchost.exe",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Windows\\System32\\taskhostw.exe",
        "C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE",
        "C:\\Users\\ann\\AppData\\Local\\Microsoft\\Teams\\current\\Teams.exe",
        "C:\\Windows\\System32\\conhost.exe",
        "C:\\Program Files\\Git\\cmd\\git.exe",
        "C:\\Program Files\\Java\\bin\\java.exe"
    };
    private static final String[] COMMANDS = {
        "%s -k netsvcs -p -s Schedule %s",
        "\"%s\" --type=renderer --lang=en-US --field-trial-handle=%s --mojo-platform-channel-handle=4120",
        "%s /background %s",
        "\"%s\" -Xmx512m -jar service-%s.jar --port 8080",
        "%s fetch origin branch-%s",
        "\\??\\%s 0xffffffff -ForceV1 %s"
    };

    private final Random random;

    BenchEvents(long seed) {
        this.random = new Random(seed);
    }

    /** The records of SigmaHQ's regression cases, as one line of JSON each. */
    static List<JsonNode> recorded(Path data) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data.resolve("sigma/regression_data"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                try (var values =
                        Json.MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(Files.readAllBytes(file))) {
                    events.addAll(values.readAll());
                }
            }
        }
        return events;
    }

    static List<byte[]> cloudTrail(Path data) throws IOException {
        return Files.readAllLines(data.resolve("cloudtrail/invictus.ndjson")).stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static boolean startsAProcess(JsonNode event) {
        return event.path("Event").path("System").path("EventID").asInt() == 1;
    }

    /** Each recorded event and harmless ones made from it. */
    List<byte[]> amongHarmless(List<JsonNode> recorded) {
        List<byte[]> events = new ArrayList<>();
        for (JsonNode event : recorded) {
            events.add(Json.MAPPER.writeValueAsBytes(event));
            for (int i = 0; i < HARMLESS; i++) {
                events.add(Json.MAPPER.writeValueAsBytes(harmless(event)));
            }
        }
        return events;
    }

    private JsonNode harmless(JsonNode event) {
        JsonNode copy = event.deepCopy();
        if (copy.path("Event").path("EventData") instanceof ObjectNode data) {
            String image = IMAGES[random.nextInt(IMAGES.length)];
            String parent = IMAGES[random.nextInt(IMAGES.length)];
            replace(data, "Image", image);
            replace(data, "OriginalFileName", image.substring(image.lastIndexOf('\\') + 1));
            replace(data, "CommandLine", COMMANDS[random.nextInt(COMMANDS.length)].formatted(image, word()));
            replace(data, "ParentImage", parent);
            replace(data, "ParentCommandLine", "\"" + parent + "\" " + word());
            replace(data, "ProcessGuid", "{" + word() + "-" + word() + "}");
            replace(data, "Hashes", "MD5=" + word() + word() + ",SHA256=" + word() + word() + word() + word());
            replace(data, "TargetFilename", "C:\\Users\\ann\\Documents\\report-" + word() + ".docx");
            replace(data, "ImageLoaded", "C:\\Windows\\System32\\ntdll.dll");
            replace(data, "TargetObject", "HKU\\S-1-5-21\\Software\\Vendor\\" + word());
        }
        return copy;
    }

    private static void replace(ObjectNode data, String field, String value) {
        if (data.has(field)) {
            data.put(field, value);
        }
    }

    private String word() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** As they would be routed at ingest; what no format knows is left out. */
    static List<EventView> routed(List<byte[]> records) {
        return Piece.ofJson(records).records(cut -> {}).stream()
                .filter(Readable.class::isInstance)
                .map(Readable.class::cast)
                .map(found -> EventView.of(found.logSource(), found.json()))
                .toList();
    }

    static List<EventView> of(LogSource source, List<byte[]> records) {
        return records.stream().map(record -> EventView.of(source, record)).toList();
    }
}
