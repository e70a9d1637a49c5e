package io.acso.core.detection;

import static io.acso.core.detection.Rules.failure;
import static io.acso.core.detection.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetTest {

    private static final String DETECTION = "detection:\n    s: {a: 1}\n    condition: s\n";

    @Test
    void a_rule_sees_only_events_of_its_log_source() {
        String yaml = "title: T\nlogsource: {product: Windows, category: process_creation}\n" + DETECTION;
        RuleSet set = RuleSet.compile(Map.of("r.yml", yaml));

        assertThat(set.match(event("process_creation", "windows", "sysmon"))).hasSize(1);
        assertThat(set.match(event("process_creation", "linux", null))).isEmpty();
        assertThat(set.match(event(null, "windows", "security"))).isEmpty();
    }

    @Test
    void the_header_is_read() {
        String yaml =
                "title: ' T '\nid: one\nlevel: high\nstatus: test\ntags: [attack.initial_access, attack.t1078.004,"
                        + " attack.g0016, cve.2024-1]\nfields: a\nfalsepositives: [b]\nlogsource: {service: s}\n"
                        + DETECTION;

        SigmaRule rule = RuleSet.compile(Map.of("r.yml", yaml)).rules().getFirst();

        assertThat(rule.title()).isEqualTo("T");
        assertThat(rule.level()).isEqualTo(Severity.HIGH);
        assertThat(rule.tactics()).containsExactly("initial-access");
        assertThat(rule.techniques()).containsExactly("T1078.004");
        assertThat(rule.tags()).hasSize(4);
        assertThat(rule.fields()).containsExactly("a");
        assertThat(rule.falsePositives()).containsExactly("b");
        assertThat(rule.path()).isEqualTo("r.yml");
    }

    @Test
    void a_file_may_hold_several_rules_and_one_bad_rule_leaves_the_others() {
        String yaml =
                rule("s: {a: 1}\ncondition: s") + "---\ntitle: bad\n---\n" + rule("s: {a: 2}\ncondition: s") + "---\n";

        RuleSet set = RuleSet.compile(Map.of("r.yml", yaml));

        assertThat(set.rules()).hasSize(2).extracting(SigmaRule::id).doesNotHaveDuplicates();
        assertThat(set.failures()).singleElement().extracting(RuleFailure::line).isEqualTo(8);
    }

    @Test
    void an_id_belongs_to_one_rule() {
        String yaml = "id: same\n" + rule("s: {a: 1}\ncondition: s");

        RuleSet set = RuleSet.compile(new TreeMap<>(Map.of("a.yml", yaml, "b.yml", yaml)));

        assertThat(set.rules()).hasSize(1);
        assertThat(set.failures().getFirst().error()).contains("taken by a.yml");
    }

    @Test
    void what_is_wrong_is_named_with_its_line() {
        assertThat(failure("")).contains("no rule in this file");
        assertThat(failure("title: [")).startsWith("1: not YAML");
        assertThat(failure("a: b\n  c: d\n")).startsWith("2: not YAML");
        assertThat(failure("- a")).contains("a rule is a map");
        assertThat(failure("[".repeat(100_000))).contains("nested too deeply");
        assertThat(failure("a: &x [*x]")).contains("too deeply nested");
        assertThat(failure("a: b")).contains("a rule needs a 'title'");
        assertThat(failure("title: T\n" + DETECTION)).contains("'logsource'");
        assertThat(failure("title: T\nlogsource: {definition: d}\n" + DETECTION))
                .startsWith("2: 'logsource' needs");
        assertThat(failure("title: T\nlogsource: {product: p}\nlevel: huge\n" + DETECTION))
                .startsWith("3: 'huge'");
        assertThat(failure("title: T\nlogsource: {product: p}\n")).contains("'detection'");
        assertThat(failure(rule("s: {a: 1}"))).contains("no 'condition'");
        assertThat(failure(rule("s: {a: 1}\ns: {a: 2}\ncondition: s"))).startsWith("6: 's' stands here twice");
        assertThat(failure("title: T\ncorrelation: {type: event_count}")).contains("not supported yet: correlation");
    }

    @Test
    void folders_are_searched_for_rules(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        Files.writeString(folder.resolve("deep/er/a.yml"), "a");
        Files.writeString(folder.resolve("b.yaml"), "b");
        Files.writeString(folder.resolve("README.md"), "c");

        assertThat(RuleDirectory.load(folder).values()).containsExactly("b", "a");
        assertThat(RuleDirectory.load(folder.resolve("README.md")).values()).containsExactly("c");
    }

    private static EventView event(String category, String product, String service) {
        return EventView.of(LogSource.of(category, product, service), "{\"a\":1}");
    }
}
