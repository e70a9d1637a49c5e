package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import io.acso.domain.finding.MatchedField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One form of a rule, the events that it is for, and what must hold for it to match. */
record CompiledRule(SigmaRule rule, Scope scope, Criterion criterion) {

    boolean fits(LogSource event) {
        return scope.covers(event);
    }

    Match explain(Reading reading) {
        Set<MatchedField> matched = new LinkedHashSet<>();
        criterion.explain(reading, matched);
        return new Match(rule, List.copyOf(matched));
    }
}
