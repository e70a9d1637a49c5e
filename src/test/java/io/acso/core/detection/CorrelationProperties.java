package io.acso.core.detection;

import static io.acso.core.detection.Correlating.correlation;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.Correlating.Happening;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The stream finds what a naive look over the sorted events finds, in whatever order they come and however often it restarts. */
class CorrelationProperties {

    private static final int LATENESS = 30;

    private static final List<String> RULES = CorrelationOracle.CASES.stream()
            .map(one -> correlation(one.name(), one.section()))
            .toList();

    private static final String[] CHAINED = {
        correlation("inner", "type: event_count, rules: [one], group-by: [host], timespan: 20s, condition: {gte: 2}"),
        correlation(
                "frame",
                "type: temporal, rules: [one, three], timespan: 15s, group-by: [user], condition: one and not three"),
        correlation("outer", "type: temporal_ordered, rules: [inner, two], group-by: [user], timespan: 1m"),
        correlation("both", "type: temporal, rules: [outer, frame], group-by: [user], timespan: 2m")
    };

    @Property(tries = 150)
    void any_order_within_the_lateness_gives_what_the_oracle_gives(
            @ForAll("events") List<Happening> events, @ForAll long seed) {
        List<String> expected = CorrelationOracle.matches(events);
        Correlating stream = Correlating.of(Correlating.settings(Duration.ofSeconds(LATENESS)), all());
        shuffled(events, seed).forEach(stream::play);
        assertThat(stream.matches().stream().map(CorrelationOracle::normal))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(stream.correlator().counts().late()).isZero();
    }

    @Property(tries = 100)
    void chains_do_not_depend_on_the_order_either(@ForAll("events") List<Happening> events, @ForAll long seed) {
        Correlating sorted = Correlating.of(CHAINED);
        events.stream().sorted(CorrelationOracle.ORDER).forEach(sorted::play);
        Correlating stream = Correlating.of(Correlating.settings(Duration.ofSeconds(LATENESS)), CHAINED);
        shuffled(events, seed).forEach(stream::play);
        sorted.finish();
        stream.finish();
        assertThat(stream.found()).containsExactlyInAnyOrderElementsOf(sorted.found());
    }

    @Property(tries = 100)
    void a_restart_anywhere_changes_nothing(
            @ForAll("events") List<Happening> events, @ForAll long seed, @ForAll boolean chained) throws IOException {
        String[] rules = chained ? CHAINED : all();
        CorrelationSettings settings = Correlating.settings(Duration.ofSeconds(LATENESS));
        Correlating through = Correlating.of(settings, rules);
        Correlating restarted = Correlating.of(settings, rules);
        int crash = new Random(seed).nextInt(events.size() + 1);
        List<Happening> order = shuffled(events, seed);
        for (int i = 0; i < order.size(); i++) {
            if (i == crash) {
                ByteArrayOutputStream state = new ByteArrayOutputStream();
                restarted.correlator().write(state);
                Correlator fresh = new Correlator(Correlating.compile(rules).correlations(), settings);
                fresh.read(new ByteArrayInputStream(state.toByteArray()));
                restarted.replace(fresh);
            }
            through.play(order.get(i));
            restarted.play(order.get(i));
        }
        through.finish();
        restarted.finish();
        assertThat(restarted.found()).containsExactlyElementsOf(through.found());
        assertThat(restarted.correlator().counts())
                .isEqualTo(through.correlator().counts());
    }

    private static String[] all() {
        return RULES.toArray(String[]::new);
    }

    /** In the order of an arrival up to the lateness after the event. */
    private static List<Happening> shuffled(List<Happening> events, long seed) {
        Random chance = new Random(seed);
        record Arriving(Happening event, double at) {}
        List<Arriving> arriving = new ArrayList<>();
        events.forEach(event -> arriving.add(new Arriving(event, event.second() + chance.nextDouble() * LATENESS)));
        return arriving.stream()
                .sorted(Comparator.comparingDouble(Arriving::at))
                .map(Arriving::event)
                .toList();
    }

    @Provide
    Arbitrary<List<Happening>> events() {
        Arbitrary<Happening> event = Combinators.combine(
                        Arbitraries.integers().between(0, 240),
                        Arbitraries.of("1", "2", "3", "1,2", "2,3", "1,2,3"),
                        Arbitraries.of("ann", "ben"),
                        Arbitraries.of("h", "g"),
                        Arbitraries.integers().between(-1, 4),
                        Arbitraries.of("s", "t"))
                .as((second, rules, user, host, value, source) -> new Happening(
                        "",
                        source,
                        second,
                        rules,
                        "\"user\":\"%s\",\"host\":\"%s\",\"v\":%d".formatted(user, host, value)));
        return event.list().ofMinSize(1).ofMaxSize(150).map(CorrelationProperties::named);
    }

    private static List<Happening> named(List<Happening> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> {
                    Happening event = events.get(i);
                    return new Happening("e" + i, event.source(), event.second(), event.rules(), event.fields());
                })
                .toList();
    }
}
