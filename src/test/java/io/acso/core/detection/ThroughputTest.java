package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.LogSource;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Measures one thread, parsing included, and states a floor that a slow shared machine still reaches. */
class ThroughputTest {

    private static final int WARM_UP = 8;
    private static final int ROUNDS = 10;

    @Test
    void cloud_trail_with_the_rules_for_aws() throws IOException {
        RuleSet rules = RuleSet.compile(SigmaCorpusTest.rules("rules/cloud/aws"));
        List<byte[]> events = new ArrayList<>();
        for (String line : Files.readAllLines(RealData.path("cloudtrail/invictus.ndjson"))) {
            events.add(line.getBytes(StandardCharsets.UTF_8));
        }

        Measured measured = measure(rules, SigmaCorpusTest.cloudTrail(), events);

        System.out.println("CloudTrail, " + rules.rules().size() + " rules: " + measured);
        assertThat(measured.matches()).isGreaterThanOrEqualTo(100);
        assertThat(measured.eventsPerSecond()).isGreaterThan(5_000);
    }

    @Test
    void sysmon_with_the_rules_for_process_creation() throws IOException {
        RuleSet rules = RuleSet.compile(SigmaCorpusTest.rules("rules/windows/process_creation"));
        List<byte[]> events = new ArrayList<>();
        for (Path file : SigmaCorpusTest.regressionEvents()) {
            for (JsonNode event : SigmaCorpusTest.events(file)) {
                events.add(event.toString().getBytes(StandardCharsets.UTF_8));
            }
        }

        Measured measured = measure(rules, LogSource.of("process_creation", "windows", "sysmon"), events);

        System.out.println("Process creation, " + rules.rules().size() + " rules: " + measured);
        assertThat(measured.eventsPerSecond()).isGreaterThan(300);
    }

    private record Measured(int events, int matches, long eventsPerSecond) {}

    private static Measured measure(RuleSet rules, LogSource source, List<byte[]> events) {
        int matches = 0;
        for (int i = 0; i < WARM_UP; i++) {
            matches = run(rules, source, events);
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            matches = run(rules, source, events);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        return new Measured(events.size(), matches, events.size() * (long) ROUNDS * 1_000_000_000L / nanos);
    }

    private static int run(RuleSet rules, LogSource source, List<byte[]> events) {
        int matches = 0;
        for (byte[] event : events) {
            matches += rules.match(EventView.of(source, event)).size();
        }
        return matches;
    }
}
