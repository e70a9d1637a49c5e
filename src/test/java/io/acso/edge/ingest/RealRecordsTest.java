package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Event;
import io.acso.testsupport.OcsfSchema;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records that nobody here wrote: each becomes an event whose OCSF document is valid. */
class RealRecordsTest {

    private final Intakes intakes = new Intakes();

    @Test
    void every_cloudtrail_record_of_a_recorded_attack() {
        Receipt receipt = accept(RealData.path("cloudtrail/invictus.ndjson"));
        assertThat(receipt.accepted() + receipt.duplicates()).isEqualTo(2900);
        List<Event> events = intakes.journal.events();
        events.forEach(event -> OcsfSchema.assertValid(event.ocsf()));
        assertThat(events).extracting(Event::format).containsOnly("cloudtrail");
        assertThat(classes(events)).contains(6003, 3002, 3001);
        assertThat(events.stream()
                        .flatMap(event -> event.links().stream())
                        .map(link -> link.relation())
                        .collect(Collectors.toSet()))
                .contains("assumed-role", "started", "created-principal");
    }

    @Test
    void every_windows_event_of_sigmas_regression_data() throws IOException {
        try (Stream<Path> files = Files.walk(RealData.path("sigma/regression_data"))) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(this::accept);
        }
        List<Event> events = intakes.journal.events();
        assertThat(events).hasSizeGreaterThan(150);
        events.forEach(event -> OcsfSchema.assertValid(event.ocsf()));
        assertThat(classes(events)).contains(1007, 1001, 1005, 201001, 201002);
        assertThat(events)
                .extracting(event -> event.logSource().category())
                .contains("process_creation", "file_event", "registry_set", "image_load");
    }

    private Receipt accept(Path file) {
        try (InputStream body = Files.newInputStream(file)) {
            Receipt receipt = intakes.accept(body);
            assertThat(receipt.complete()).as("%s: %s", file, receipt).isTrue();
            return receipt;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Integer> classes(List<Event> events) {
        return events.stream()
                .map(event -> io.acso.domain.kernel.Json.tree(event.ocsf())
                        .path("class_uid")
                        .asInt())
                .collect(Collectors.toSet());
    }
}
