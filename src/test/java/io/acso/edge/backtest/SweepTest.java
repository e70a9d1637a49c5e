package io.acso.edge.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.LogSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final String RULE = """
            title: Keys listed
            id: listed
            logsource: {product: aws, service: cloudtrail}
            detection: {s: {eventName: ListAccessKeys}, condition: s}
            """;

    private final List<String> told = new ArrayList<>();

    @Test
    void records_behind_each_other_on_one_line_count_each() {
        String listed = record("ListAccessKeys", "");

        sweep(listed + listed + "\n" + listed + "\n", RULE);

        assertThat(told).containsExactly("event 0", "event 1", "event 2");
    }

    @Test
    void a_record_that_ends_badly_is_named_whatever_it_begins_with() {
        String input = record("ListAccessKeys", ", \"broken\": nope") + "\n" + record("ListAccessKeys", "") + "\n";

        assertThat(sweep(input, RULE).unreadable()).isEqualTo(1);

        assertThat(told).containsExactlyInAnyOrder("unreadable 1", "event 1");
    }

    @Test
    void it_is_named_also_where_no_rule_is_meant_for_it() {
        String other = RULE.replace("cloudtrail", "guardduty");

        sweep(record("ListAccessKeys", ", \"broken\": nope") + "\n" + record("ListAccessKeys", "") + "\n", other);

        assertThat(told).containsExactly("unreadable 1");
    }

    private static String record(String name, String more) {
        return "{\"eventTime\":\"2026-03-01T12:00:00Z\",\"eventSource\":\"iam\",\"eventName\":\"" + name + "\"" + more
                + "}";
    }

    private Sweep.Totals sweep(String input, String rule) {
        RuleSet rules = RuleSet.compile(Map.of("r.yml", rule));
        Sweep<Integer> sweep = new Sweep<>(2, (source, json) -> matches(rules, source, json), new Telling());
        try (sweep) {
            sweep.read("input", new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        }
        return sweep.totals();
    }

    private static Integer matches(RuleSet rules, LogSource source, byte[] json) {
        int matches = rules.match(EventView.of(source, json)).size();
        return matches == 0 ? null : matches;
    }

    private final class Telling implements Sweep.Report<Integer> {
        @Override
        public void found(String input, long event, Integer result) {
            told.add("event " + event);
        }

        @Override
        public void unreadable(String input, long line, String reason) {
            told.add("unreadable " + line);
        }

        @Override
        public void cutShort(String input, long events, String why) {
            told.add("cut short");
        }

        @Override
        public void reached(String input, long events) {}
    }
}
