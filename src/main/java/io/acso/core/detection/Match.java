package io.acso.core.detection;

import io.acso.domain.finding.MatchedField;
import java.util.List;

/**
 * A rule that fits an event.
 *
 * @param matched the fields whose values made it fit, in the rule's order; empty when only absence did
 */
public record Match(SigmaRule rule, List<MatchedField> matched) {

    public Match {
        matched = List.copyOf(matched);
    }
}
