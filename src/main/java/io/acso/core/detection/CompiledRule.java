package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import io.acso.domain.finding.MatchedField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule and what must hold for it to match. */
record CompiledRule(SigmaRule rule, Criterion criterion) {

    boolean fits(LogSource event) {
        LogSource meant = rule.logSource();
        return fits(meant.category(), event.category())
                && fits(meant.product(), event.product())
                && fits(meant.service(), event.service());
    }

    private static boolean fits(@Nullable String meant, @Nullable String given) {
        return meant == null || meant.equalsIgnoreCase(given);
    }

    Match explain(Reading reading) {
        Set<MatchedField> matched = new LinkedHashSet<>();
        criterion.explain(reading, matched);
        return new Match(rule, List.copyOf(matched));
    }
}
