package io.acso.agent.threathunter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Severity;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.content.ContentSource;
import io.acso.testsupport.OcsfSchema;
import io.acso.testsupport.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators of the content become findings, and other ones take their place without a gap. */
class IndicatorDetectionTest {

    @TempDir
    Path content;

    private AtomicReference<ContentSnapshot> snapshot = new AtomicReference<>();

    @BeforeEach
    void directory() throws IOException {
        Files.createDirectory(content.resolve("indicators"));
    }

    private void feed(String name, String... lines) throws IOException {
        Files.write(content.resolve("indicators").resolve(name), List.of(lines));
        snapshot.set(new ContentSource(new ClassLoader(null) {}, content).load());
    }

    private static Event event(String address) {
        return new Event(
                "evt-" + address,
                "cloudtrail",
                LogSource.of(null, "aws", "cloudtrail"),
                "test",
                SampleEvents.NOON,
                SampleEvents.NOON,
                "{\"a\": {\"sourceIPAddress\": \"%s\"}}".formatted(address),
                "{}",
                List.of(Entity.actor(Entity.Type.ADDRESS, "aws:1", address)),
                List.of());
    }

    @Test
    void a_finding_names_value_sources_and_content_and_is_the_same_whoever_says_so() throws IOException {
        feed("one.txt", "#! confidence: 80", "198.51.100.7");
        Finding alone = new IndicatorDetection(snapshot::get)
                .findings(event("198.51.100.7"))
                .getFirst();
        feed("two.csv", "value,labels,confidence", "198.51.100.7,c2,20");
        Finding both = new IndicatorDetection(snapshot::get)
                .findings(event("198.51.100.7"))
                .getFirst();
        assertThat(both.id()).isEqualTo(alone.id());
        assertThat(both.severity()).isEqualTo(Severity.HIGH);
        assertThat(both.title()).isEqualTo("Known indicator: ipv4-address 198.51.100.7");
        assertThat(both.content()).isEqualTo(snapshot.get().hash().hex());
        assertThat(both.matched().getFirst().field()).isEqualTo("a.sourceIPAddress");
        assertThat(both.matched())
                .filteredOn(field -> field.field().equals("source"))
                .hasSize(2);
        OcsfSchema.assertValid(both.ocsf());
    }

    @Test
    void what_is_not_listed_or_not_valid_then_is_no_finding() throws IOException {
        feed("one.txt", "#! valid-from: 2030-01-01", "198.51.100.7");
        IndicatorDetection detection = new IndicatorDetection(snapshot::get);
        assertThat(detection.findings(event("198.51.100.7"))).isEmpty();
        assertThat(detection.findings(event("198.51.100.8"))).isEmpty();
    }

    @Test
    void bad_lines_leave_the_rest_in_use() throws IOException {
        feed("one.txt", "???", "198.51.100.7");
        assertThat(new IndicatorDetection(snapshot::get).findings(event("198.51.100.7")))
                .hasSize(1);
    }

    @Test
    void a_reload_takes_effect_and_no_event_goes_without() throws Exception {
        feed("one.txt", "198.51.100.7");
        IndicatorDetection detection = new IndicatorDetection(snapshot::get);
        CountDownLatch stop = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> missed = List.of(
                    threads.submit(() -> misses(detection, stop)), threads.submit(() -> misses(detection, stop)));
            for (int i = 0; i < 20; i++) {
                String added = "203.0.113." + i;
                feed("one.txt", "198.51.100.7", added);
                await().until(() -> detection.findings(event(added)).size() == 1);
            }
            stop.countDown();
            for (Future<Long> count : missed) {
                assertThat(count.get()).isZero();
            }
        }
    }

    private static long misses(IndicatorDetection detection, CountDownLatch stop) {
        long missed = 0;
        while (stop.getCount() > 0) {
            missed += detection.findings(event("198.51.100.7")).size() == 1 ? 0 : 1;
        }
        return missed;
    }
}
