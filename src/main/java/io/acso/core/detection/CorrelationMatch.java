package io.acso.core.detection;

import io.acso.domain.finding.MatchedField;
import java.time.Instant;
import java.util.List;

/**
 * A correlation that came true in one group.
 *
 * @param id stable: a hash of the rule, the group, and the contributing events with their times
 * @param group the fields it is grouped by, with their values
 * @param time event time at which it was true: of the event that made it so, or the end of the timespan where that
 *     had to be awaited
 * @param first event time of the oldest contributing event
 * @param last event time of the newest
 * @param number what the condition was asked about: a count, a sum, a share in percent, a number of rules
 * @param contributions how many events or matches of other correlations made it
 * @param eventIds the events behind it, oldest first; of more than a hundred the first and the last fifty
 * @param matches ids of the matches of other correlations behind it
 * @param rules ids of the rules that contributed, where the correlation tells them apart
 * @param complete false when events of the group had been dropped for want of room, so that the number is a minimum
 */
public record CorrelationMatch(
        String id,
        CorrelationRule rule,
        List<MatchedField> group,
        Instant time,
        Instant first,
        Instant last,
        double number,
        int contributions,
        List<String> eventIds,
        List<String> matches,
        List<String> rules,
        boolean complete) {

    public CorrelationMatch {
        group = List.copyOf(group);
        eventIds = List.copyOf(eventIds);
        matches = List.copyOf(matches);
        rules = List.copyOf(rules);
    }
}
