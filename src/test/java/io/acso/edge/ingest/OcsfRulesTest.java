package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.Pipeline;
import io.acso.core.detection.RuleDirectory;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.RuleSources;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that name raw fields fire on the OCSF documents that ingest makes of the records. */
class OcsfRulesTest {

    private static final Pipeline OCSF = Objects.requireNonNull(Pipeline.named("ocsf"));

    @Test
    void a_start_of_a_process_and_a_registry_value() {
        RuleSet rules = RuleSet.compile(
                RuleSources.of(Map.of("process.yml", """
                        title: Start
                        logsource: {category: process_creation, product: windows}
                        detection:
                            s: {Image|endswith: '\\a.exe', ParentImage|endswith: '\\b.exe', CommandLine|contains: x}
                            condition: s
                        """, "registry.yml", """
                        title: Value
                        logsource: {category: registry_set, product: windows}
                        detection:
                            s: {TargetObject|endswith: '\\Run\\evil', Details: y}
                            condition: s
                        """)).withPipelines(List.of(OCSF)));

        assertThat(rules.match(view("process_creation", """
                {"class_uid":1007,"activity_id":1,"process":{"cmd_line":"a x","file":{"path":"C:\\\\a.exe"},
                "parent_process":{"file":{"path":"C:\\\\b.exe"}}}}"""))).hasSize(1);
        assertThat(rules.match(view("process_creation", "{\"class_uid\":1007,\"activity_id\":2}")))
                .isEmpty();
        assertThat(rules.match(view("registry_set", """
                {"class_uid":201002,"reg_value":{"path":"HKLM\\\\Run","name":"evil","reg_string_data":"y"}}"""))).hasSize(1);
    }

    @Test
    void recorded_events_fire_on_both_shapes() throws IOException {
        Map<String, String> files =
                RuleDirectory.load(RealData.path("sigma/rules"), RealData.path("sigma/rules-emerging-threats"));
        RuleSet raw = RuleSet.compile(files);
        RuleSet mapped = RuleSet.compile(RuleSources.of(files).withPipelines(List.of(OCSF)));
        int fired = 0;
        int onBoth = 0;
        for (Event event : recorded()) {
            Set<String> expected = ids(raw.match(EventView.of(event.logSource(), event.raw())));
            Set<String> found = ids(mapped.match(EventView.of(event.logSource(), event.ocsf())));
            fired += expected.size();
            found.retainAll(expected);
            onBoth += found.size();
        }
        System.out.println("matches on raw records: " + fired + ", the same on OCSF: " + onBoth);
        assertThat(fired).isGreaterThan(200);
        assertThat(onBoth).isGreaterThan(fired * 7 / 10);
    }

    private static EventView view(String category, String json) {
        return EventView.of(LogSource.of(category, "windows", null), json);
    }

    private static Set<String> ids(List<Match> matches) {
        return matches.stream().map(match -> match.rule().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Event> recorded() throws IOException {
        List<Event> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RealData.path("sigma/regression_data"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                read(file, events);
            }
        }
        read(RealData.path("cloudtrail/invictus.ndjson"), events);
        return events;
    }

    private static void read(Path file, List<Event> into) throws IOException {
        Intakes intakes = new Intakes();
        try (InputStream in = Files.newInputStream(file)) {
            intakes.accept(in);
        }
        into.addAll(intakes.journal.events());
    }
}
