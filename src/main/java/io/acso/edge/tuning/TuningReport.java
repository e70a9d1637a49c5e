package io.acso.edge.tuning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules found in past events, the loudest first.
 *
 * @param days on which there were findings
 */
public record TuningReport(long events, long findings, long days, List<Rule> rules) {

    /**
     * One rule that found something.
     *
     * @param share of all findings, from 0 to 1
     * @param perDay findings on a day with any
     * @param hosts how many different ones the findings are about; likewise the other entities
     * @param unlabelled findings that nobody judged: they are to be explained before a filter takes them away
     * @param common what most findings have, and not nearly every event
     * @param note why there is no filter where one might be expected; null when there is nothing to say
     */
    public record Rule(
            String ruleId,
            String title,
            String level,
            String file,
            long matches,
            double share,
            double perDay,
            long hosts,
            long entities,
            long truePositives,
            long falsePositives,
            long unlabelled,
            List<Common> common,
            List<Proposal> filters,
            @Nullable String note) {}

    /** @param share of the rule's findings that have it, from 0 to 1 */
    public record Common(String field, String value, double share) {}

    /**
     * A filter, tried on the same events.
     *
     * @param file the name that it should have
     * @param removed the findings that it takes away, of which some were labelled false and the rest not at all
     * @param kept the findings of the rule that stay, all that were labelled true among them
     * @param because why it is proposed
     * @param caution what speaks against it; null when nothing does
     * @param yaml the Sigma filter
     */
    public record Proposal(
            String file,
            Map<String, String> selection,
            long removed,
            long removedFalsePositives,
            long removedUnlabelled,
            long kept,
            long truePositivesKept,
            String because,
            @Nullable String caution,
            String yaml) {}
}
