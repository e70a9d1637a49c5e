package io.acso.edge.backtest;

import static java.util.stream.Collectors.joining;

import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.RuleFailure;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs regression cases: of each, its own rules have to fire as often as it says. */
public final class CaseRun {

    private final RuleSet rules;
    private final Set<String> loaded = new HashSet<>();

    public CaseRun(RuleSet rules) {
        this.rules = rules;
        rules.rules().stream().map(SigmaRule::id).forEach(loaded::add);
    }

    /** Why a case fails; empty when it passes. */
    public Optional<String> failure(RegressionCase test) {
        if (test.problem() != null) {
            return Optional.of(test.problem());
        }
        for (String rule : test.ruleIds()) {
            if (!loaded.contains(rule)) {
                boolean correlation = rules.correlations().rules().stream()
                        .anyMatch(other -> other.id().equals(rule));
                return Optional.of(
                        correlation
                                ? rule + " is a correlation rule, which no single event can fire: test its rules"
                                : "no rule with the id " + rule + " is loaded" + whyNot());
            }
        }
        try (InputStream events = Files.newInputStream(test.events())) {
            Fired fired = new Fired();
            try (Sweep<Seen> sweep = new Sweep<>(1, this::look, fired)) {
                sweep.read(test.events().toString(), events);
            }
            return fired.failure(test);
        } catch (IOException e) {
            return Optional.of(test.events() + " cannot be read: " + e.getMessage());
        }
    }

    private Seen look(LogSource source, byte[] json) {
        EventView event = EventView.of(source, json);
        return new Seen(
                event,
                rules.match(event).stream().map(Match::rule).map(SigmaRule::id).toList());
    }

    private String whyNot() {
        List<RuleFailure> failures = rules.failures();
        return failures.isEmpty() ? "" : "; " + failures.size() + " rules failed to compile: see acso rules check";
    }

    private record Seen(EventView event, List<String> fired) {}

    private static final class Fired implements Sweep.Report<Seen> {
        private final List<Seen> seen = new ArrayList<>();
        private @Nullable String trouble;

        @Override
        public void found(String input, long event, Seen result) {
            seen.add(result);
        }

        @Override
        public void unreadable(String input, long line, String reason) {
            trouble = trouble == null ? "line " + line + ": " + reason : trouble;
        }

        @Override
        public void cutShort(String input, long events, String why) {
            trouble = trouble == null ? why : trouble;
        }

        @Override
        public void reached(String input, long events) {
            // nothing is shown before the end
        }

        Optional<String> failure(RegressionCase test) {
            String failed = test.ruleIds().stream()
                    .filter(rule -> !holds(test, count(rule)))
                    .map(rule -> rule + " fired " + count(rule) + " times, expected "
                            + (test.atLeast() == 0 ? "none" : "at least " + test.atLeast()))
                    .collect(joining("; "));
            if (failed.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(failed + ", in " + seen.size() + " events" + (trouble == null ? "" : "; " + trouble));
        }

        private long count(String rule) {
            return seen.stream().filter(event -> event.fired().contains(rule)).count();
        }

        private static boolean holds(RegressionCase test, long count) {
            return test.atLeast() == 0 ? count == 0 : count >= test.atLeast();
        }
    }
}
