package io.acso.core.detection;

import io.acso.domain.kernel.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Sigma correlation rule: what rules' matches have to do with each other in time.
 *
 * @param about what it says about itself; its log source is empty
 * @param name by which other correlations may refer to it
 * @param type as written, such as {@code value_count}
 * @param rules ids of the rules and correlations that it refers to, in the order written
 * @param groupBy fields whose values must be the same; empty for one group of all
 * @param timespan within which it must happen, both ends included
 * @param generate whether the rules that it refers to make findings of their own too
 * @param level its own, or the highest of the rules that it refers to
 * @param tactics its own, or those of the rules that it refers to
 * @param techniques its own, or those of the rules that it refers to
 */
public record CorrelationRule(
        SigmaRule about,
        @Nullable String name,
        String type,
        List<String> rules,
        List<String> groupBy,
        Duration timespan,
        boolean generate,
        Severity level,
        List<String> tactics,
        List<String> techniques) {

    public CorrelationRule {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        tactics = List.copyOf(tactics);
        techniques = List.copyOf(techniques);
    }

    public String id() {
        return about.id();
    }
}
