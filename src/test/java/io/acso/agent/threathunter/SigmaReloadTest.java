package io.acso.agent.threathunter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.core.detection.CorrelationSettings;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.domain.finding.Finding;
import io.acso.platform.content.ContentSnapshot;
import io.acso.testsupport.InMemoryJournal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules change while events flow: what stays finds what it always found, once. */
class SigmaReloadTest {

    private static final int EVENTS = 4_000;
    private static final int THREADS = 4;

    private final AtomicReference<ContentSnapshot> content = new AtomicReference<>(rules("first", "stays"));
    private final Queue<Runnable> reloads = new ArrayDeque<>();

    @Test
    void until_the_next_rules_are_compiled_those_before_are_used() {
        SigmaDetection detection = detection(new CurrentRules(content::get, reloads::add));
        content.set(rules("second", "stays"));

        assertThat(found(detection)).containsExactly("first", "stays");
        assertThat(found(detection)).containsExactly("first", "stays");
        assertThat(reloads).as("compiled once, whoever asks").hasSize(1);
        reloads.remove().run();

        assertThat(found(detection)).containsExactly("second", "stays");
        assertThat(reloads).isEmpty();
    }

    @Test
    void other_rules_are_taken_up_while_no_event_comes() {
        SigmaDetection detection = detection(new CurrentRules(content::get, reloads::add));
        content.set(rules("second"));

        detection.refresh();
        reloads.remove().run();

        assertThat(found(detection)).containsExactly("second");
    }

    @Test
    void of_two_reloads_the_newer_wins_whichever_ends_first() {
        SigmaDetection detection = detection(new CurrentRules(content::get, reloads::add));
        content.set(rules("second"));
        found(detection);
        content.set(rules("third"));
        found(detection);

        List<Runnable> inTurn = new ArrayList<>(reloads);
        inTurn.reversed().forEach(Runnable::run);

        assertThat(found(detection)).containsExactly("third");
    }

    @Test
    void rules_of_which_none_can_be_used_leave_those_before() {
        SigmaDetection detection = detection(new CurrentRules(content::get, reloads::add));
        content.set(ContentSnapshot.of(Map.of("rules/bad.yml", "title: [")));
        found(detection);
        reloads.remove().run();

        assertThat(found(detection)).containsExactly("first", "stays");
        content.set(rules("second"));
        found(detection);
        reloads.remove().run();
        assertThat(found(detection)).as("mended").containsExactly("second");
    }

    @Test
    void many_reloads_lose_and_double_nothing_that_stays() throws Exception {
        CurrentRules rules = new CurrentRules(content::get);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<String>>> streams = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SigmaDetection detection = detection(rules);
                Callable<List<String>> stream = () -> {
                    List<String> found = new ArrayList<>();
                    for (int i = 0; i < EVENTS; i++) {
                        if (i % 100 == 0) {
                            content.set(rules("comes-and-goes-" + i, "stays", "also-stays"));
                        }
                        found.addAll(staying(detection.findings(event(i))));
                    }
                    return found;
                };
                streams.add(threads.submit(stream));
            }
            List<String> expected = IntStream.range(0, EVENTS)
                    .filter(number -> number % 2 == 0)
                    .mapToObj(number -> Finding.idOf("stays", List.of("e" + number)))
                    .toList();
            for (Future<List<String>> stream : streams) {
                assertThat(stream.get()).isEqualTo(expected);
            }
        }
        SigmaDetection after = detection(rules);
        await().untilAsserted(() -> assertThat(found(after)).contains("also-stays", "stays"));
    }

    private static SigmaDetection detection(CurrentRules rules) {
        return new SigmaDetection(rules, new InMemoryJournal(), CorrelationSettings.DEFAULT);
    }

    private static List<String> staying(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.ruleId().equals("stays"))
                .map(Finding::id)
                .toList();
    }

    private static List<String> found(SigmaDetection detection) {
        return detection.findings(event(0)).stream()
                .map(Finding::ruleId)
                .sorted()
                .toList();
    }

    private static ContentSnapshot rules(String... ids) {
        Map<String, String> files = new TreeMap<>();
        for (String id : ids) {
            files.put(
                    "rules/" + id + ".yml",
                    "title: T\nid: %s\nlogsource: {service: s}\ndetection: {s: {even: true}, condition: s}\n"
                            .formatted(id));
        }
        return ContentSnapshot.of(files);
    }

    private static Event event(int number) {
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        String raw = "{\"even\":%s,\"n\":%d}".formatted(number % 2 == 0, number);
        return new Event(
                "e" + number, "f", LogSource.of(null, null, "s"), "src", time, time, raw, "{}", List.of(), List.of());
    }
}
