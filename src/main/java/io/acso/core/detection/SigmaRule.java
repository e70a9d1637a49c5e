package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Sigma rule says about itself.
 *
 * @param id the rule's own id; for a rule without one, a hash of its path and place in the file
 * @param level of a match; medium where the rule gives none
 * @param status as written, such as {@code test}
 * @param logSource the events that the rule is meant for; an absent part means any
 * @param tags as written
 * @param tactics ATT&CK tactics among the tags, without {@code attack.}: {@code initial-access}
 * @param techniques ATT&CK techniques among the tags, in upper case: {@code T1078.004}
 * @param fields worth showing to an analyst
 * @param path of the file that it was read from
 * @param details whatever else it says
 */
public record SigmaRule(
        String id,
        String title,
        Severity level,
        @Nullable String status,
        @Nullable String description,
        @Nullable String author,
        LogSource logSource,
        List<String> tags,
        List<String> tactics,
        List<String> techniques,
        List<String> fields,
        List<String> falsePositives,
        List<String> references,
        String path,
        RuleDetails details) {

    public SigmaRule {
        tags = List.copyOf(tags);
        tactics = List.copyOf(tactics);
        techniques = List.copyOf(techniques);
        fields = List.copyOf(fields);
        falsePositives = List.copyOf(falsePositives);
        references = List.copyOf(references);
    }
}
