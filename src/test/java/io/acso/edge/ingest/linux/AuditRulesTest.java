package io.acso.edge.ingest.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.Event;
import io.acso.edge.ingest.Intakes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines of the audit log meet the rules that Sigma has for Linux in general. */
class AuditRulesTest {

    private static final RuleSet RULES = RuleSet.compile(Map.of("process.yml", """
                    title: Start
                    logsource: {category: process_creation, product: linux}
                    detection:
                        selection: {Image|endswith: /curl, CommandLine|contains: ' -o '}
                        condition: selection
                    """, "file.yml", """
                    title: File
                    logsource: {category: file_event, product: linux}
                    detection:
                        selection: {TargetFilename|startswith: /etc/cron.d/}
                        condition: selection
                    """));

    @Test
    void a_start_is_a_process_creation() {
        assertThat(matches("type=EXECVE msg=audit(1769940000.250:1): argc=4 a0=\"/usr/bin/curl\" a1=\"-o\" a2=\"x\""))
                .isEqualTo(1);
        assertThat(matches("type=EXECVE msg=audit(1769940000.250:1): argc=3 a0=\"curl\" a1=\"-o\" a2=\"x\""))
                .isEqualTo(1);
        assertThat(matches("type=EXECVE msg=audit(1769940000.250:1): argc=3 a0=\"xcurl\" a1=\"-o\" a2=\"x\""))
                .isZero();
        assertThat(matches("type=PROCTITLE msg=audit(1769940000.250:1): a0=\"curl\" command_line=\"x -o y\""))
                .isZero();
    }

    @Test
    void a_created_path_is_a_file_event() {
        String path = "type=PATH msg=audit(1769940000.250:1): item=1 name=\"/etc/cron.d/x\" nametype=";
        assertThat(matches(path + "CREATE")).isEqualTo(1);
        assertThat(matches(path + "NORMAL")).isZero();
    }

    private static int matches(String line) {
        Event event = Intakes.event(line);
        return RULES.match(EventView.of(event.logSource(), event.raw())).size();
    }
}
