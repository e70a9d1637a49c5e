package io.acso.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The table of settings is what the code says; {@code -Dacso.write-settings=true} writes it anew. */
class SettingsDocumentTest {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final Path DOCUMENT = Path.of("docs/settings.md");

    @Test
    void the_document_lists_every_setting() throws IOException {
        String table = table(Json.MAPPER.readTree(Files.readAllBytes(METADATA)));
        if (Boolean.getBoolean("acso.write-settings")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, table);
        }
        assertThat(DOCUMENT)
                .as("out of date: ./mvnw test -Dtest=SettingsDocumentTest -Dacso.write-settings=true")
                .content()
                .isEqualTo(table);
    }

    @Test
    void every_setting_is_described() throws IOException {
        JsonNode metadata = Json.MAPPER.readTree(Files.readAllBytes(METADATA));
        assertThat(metadata.path("properties"))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(property.path("description").asString(""))
                        .as(property.path("name").asString())
                        .isNotBlank());
    }

    private static String table(JsonNode metadata) {
        TreeMap<String, String> rows = new TreeMap<>();
        metadata.path("properties").forEach(property -> {
            String name = property.path("name").asString();
            rows.put(
                    name,
                    "| `%s` | %s | %s |%n"
                            .formatted(
                                    name,
                                    value(property.path("defaultValue")),
                                    property.path("description").asString("")));
        });
        return """
                # Settings

                Generated from the code; a test keeps it true. Set them in an `application.yml` beside the process,
                as `--name=value`, or as environment variables (`ACSO_API_HOSTS` for `acso.api.hosts`).

                | setting | default | meaning |
                |---|---|---|
                """ + String.join("", rows.values());
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty()
                ? ""
                : "`" + (value.isString() ? value.asString() : value.toString()) + "`";
    }
}
