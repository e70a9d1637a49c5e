package io.acso.core.detection;

import static io.acso.core.detection.Correlating.START;
import static io.acso.core.detection.Correlating.correlation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.detection.Correlating.Happening;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The stream: who is waited for, what is too late, what fits into the room, and what outlives a restart. */
class CorrelatorTest {

    private static final String ANN = "\"user\":\"ann\"";
    private static final String COUNT =
            correlation("c", "type: event_count, rules: [one], group-by: [user], timespan: 1m, condition: {gte: 2}");
    private static final CorrelationSettings SETTINGS =
            new CorrelationSettings(Duration.ofSeconds(30), Duration.ofSeconds(60), 10, 5, 20, 3);

    @Test
    void a_match_is_told_when_nothing_older_can_come_any_more() {
        Correlating played = Correlating.of(SETTINGS, COUNT).at(0, 1, ANN).at(5, 1, ANN);
        assertThat(played.advance(30).said()).isEmpty();
        assertThat(played.at(36, 2, "").advance(36).said()).containsExactly("c ann @5: e0 e1");
    }

    @Test
    void a_source_that_is_silent_is_not_waited_for_any_longer() {
        Correlating played = Correlating.of(SETTINGS, COUNT).at(0, 1, ANN).at(5, 1, ANN);
        assertThat(played.correlator().due(START.plusSeconds(60))).isFalse();
        assertThat(played.correlator().due(START.plusSeconds(66))).isTrue();
        assertThat(played.advance(66).said()).hasSize(1);
    }

    @Test
    void the_slowest_source_is_waited_for_but_not_one_that_lies_far_behind() {
        Correlating played = Correlating.of(SETTINGS, COUNT)
                .play(new Happening("slow", "slow", 0, "1", "\"user\":\"x\""))
                .at(40, 1, ANN)
                .at(41, 1, ANN)
                .play(new Happening("later", "fast", 75, "1", "\"user\":\"x\""), START.plusSeconds(75));
        assertThat(played.advance(76).said()).as("forty seconds behind").isEmpty();
        played.play(new Happening("far", "fast", 140, "1", "\"user\":\"x\""))
                .play(new Happening("old", "slow", 1, "1", "\"user\":\"x\""), START.plusSeconds(140));
        assertThat(played.advance(141).said()).as("over a minute behind").contains("c ann @41: e0 e1");
    }

    @Test
    void one_forged_time_makes_nobody_late() {
        Correlating played = Correlating.of(SETTINGS, COUNT)
                .at(0, 1, ANN)
                .play(new Happening("forged", "liar", 1_000_000, "1", "\"user\":\"x\""), START.plusSeconds(1))
                .advance(1)
                .at(2, 1, ANN);
        assertThat(played.matches()).containsExactly("c ann @2: e0 e1");
        assertThat(played.correlator().counts().late()).isZero();
    }

    @Test
    void what_is_too_late_is_left_out_and_counted() {
        Correlating played = Correlating.of(SETTINGS, COUNT)
                .at(0, 1, ANN)
                .at(100, 1, "\"user\":\"x\"")
                .advance(100)
                .play(new Happening("late", "s", 10, "1", ANN), START.plusSeconds(100));
        assertThat(played.matches()).isEmpty();
        assertThat(played.correlator().counts().late()).isOne();
    }

    @Test
    void an_event_that_comes_twice_counts_once() {
        Happening event = new Happening("same", 0, 1, ANN);
        Correlating played = Correlating.of(SETTINGS, COUNT).play(event).play(event);
        assertThat(played.matches()).isEmpty();
        assertThat(played.correlator().counts().duplicates()).isOne();
    }

    @Test
    void groups_are_forgotten_when_their_timespan_is_over() {
        Correlating played = Correlating.of(SETTINGS, COUNT)
                .at(0, 1, ANN)
                .at(85, 1, "\"user\":\"ben\"")
                .advance(85);
        assertThat(played.correlator().groups()).isOne();
        played.at(130, 1, ANN).advance(130);
        assertThat(played.correlator().groups())
                .as("ben's has come, ann's is over")
                .isOne();
        assertThat(played.finish().correlator().groups()).isZero();
    }

    @Test
    void of_too_many_groups_the_longest_untouched_goes() {
        Correlating played = Correlating.of(SETTINGS, COUNT);
        for (int i = 0; i < 15; i++) {
            played.at(i, 1, "\"user\":\"u" + i + "\"");
        }
        for (int i = 0; i < 15; i++) {
            played.at(20 + i, 1, "\"user\":\"u" + i + "\"");
        }
        played.finish();
        assertThat(played.correlator().counts().evictedGroups()).isPositive();
        assertThat(played.correlator().counts().hurried()).isEqualTo(10);
    }

    @Test
    void of_too_many_events_in_a_group_the_oldest_go_and_the_match_says_so() {
        Correlating played = Correlating.of(
                SETTINGS,
                correlation("c", "type: value_count, rules: [one], timespan: 1m, condition: {field: v, gte: 5}"));
        for (int i = 0; i < 9; i++) {
            played.at(i, 1, "\"v\":" + Math.max(0, i - 4));
        }
        assertThat(played.finish().found()).singleElement().satisfies(match -> {
            assertThat(match.complete()).isFalse();
            assertThat(match.contributions()).isEqualTo(5);
        });
        assertThat(played.correlator().counts().droppedEntries()).isEqualTo(4);
    }

    @Test
    void sources_are_bounded() {
        Correlating played = Correlating.of(SETTINGS, COUNT);
        for (int i = 0; i < 5; i++) {
            played.play(new Happening("e" + i, "source " + i, i, "1", ANN));
        }
        assertThat(played.correlator().counts().forgottenSources()).isEqualTo(2);
        assertThat(played.matches()).isNotEmpty();
    }

    @Test
    void a_reload_keeps_what_belongs_to_rules_that_are_the_same() {
        String other = correlation(
                "d", "type: event_count, rules: [two], group-by: [user], timespan: 1m, condition: {gte: 2}");
        Correlating played = Correlating.of(SETTINGS, COUNT, other)
                .at(0, 1, ANN)
                .at(1, 2, ANN)
                .at(40, 3, "")
                .advance(40);
        Correlations next = Correlating.compile(
                        "title: new\nid: new\nlogsource: {category: test}\ndetection: {s: {a: 1}, condition: s}\n",
                        "# moved\n" + COUNT,
                        other.replace("1m", "2m"))
                .correlations();
        played.replace(played.correlator().with(next));
        assertThat(played.correlator().groups()).isOne();
        assertThat(played.at(41, 1, ANN).at(42, 2, ANN).matches()).hasSize(1);
    }

    @Test
    void a_changed_base_rule_begins_anew() {
        Correlating played = Correlating.of(SETTINGS, COUNT).at(0, 1, ANN);
        RuleSet changed = RuleSet.compile(
                java.util.Map.of("r.yml", Correlating.BASES.replace("{s: {r: 1}", "{s: {r: 1, x: 2}") + COUNT));
        assertThat(played.correlator().with(changed.correlations()).waiting()).isZero();
        assertThat(played.correlator().waiting()).isOne();
    }

    @Test
    void state_of_another_version_or_damaged_is_refused() throws IOException {
        Correlator correlator = Correlating.of(SETTINGS, COUNT).at(0, 1, ANN).correlator();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        correlator.write(out);
        byte[] bytes = out.toByteArray();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> fresh().read(new ByteArrayInputStream(cut)))
                    .isInstanceOf(IOException.class);
        }
        bytes[3]++;
        assertThatThrownBy(() -> fresh().read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    private static Correlator fresh() {
        return new Correlator(Correlating.compile(COUNT).correlations(), SETTINGS);
    }
}
