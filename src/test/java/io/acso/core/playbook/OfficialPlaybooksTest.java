package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against what the standard's own people wrote. */
class OfficialPlaybooksTest {

    private static final String BASE = "https://raw.githubusercontent.com/oasis-open/cacao-json-schemas/main/schemas/";
    static final Path CONTENT = Path.of("src/main/resources/content/playbooks");

    @Test
    void playbooks_that_others_published_are_valid_here_when_they_are_by_the_official_schema() {
        Schema schema = schema(RealData.path("cacao/schemas"));
        for (Path file : files(RealData.path("cacao/playbooks"))) {
            PlaybookCheck.Checked checked = PlaybookCheck.check(text(file));
            assertThat(checked.valid())
                    .as("%s: %s", file.getFileName(), checked.problems())
                    .isEqualTo(schema.validate(text(file), InputFormat.JSON).isEmpty());
        }
    }

    @Test
    void our_own_playbooks_are_valid_by_the_official_schema() {
        Schema schema = schema(RealData.path("cacao/schemas"));
        for (Path file : files(CONTENT)) {
            assertThat(schema.validate(text(file), InputFormat.JSON))
                    .as(file.getFileName().toString())
                    .isEmpty();
        }
    }

    @Test
    void what_the_official_schema_refuses_in_structure_is_refused_here() {
        Schema schema = schema(RealData.path("cacao/schemas"));
        for (String broken : List.of("\"severity\": 1000", "\"labels\": \"x\"", "\"spec_version\": \"x\"")) {
            String field = broken.substring(0, broken.indexOf(':'));
            String text = text(files(CONTENT).getFirst()).replaceFirst(field + ": [^\\[,]*(\\[[^]]*])?", broken);
            assertThat(schema.validate(text, InputFormat.JSON)).as(broken).isNotEmpty();
            assertThat(PlaybookCheck.check(text).valid()).as(broken).isFalse();
        }
    }

    static Schema schema(Path folder) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        registry -> registry.schemas(address -> address.startsWith(BASE)
                                ? text(folder.resolve(address.substring(BASE.length())))
                                : null))
                .getSchema(SchemaLocation.of(BASE + "playbook.json"));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
