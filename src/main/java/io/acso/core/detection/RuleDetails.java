package io.acso.core.detection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Sigma rule says about itself beside what is needed to use it; all of it may be absent.
 *
 * @param name by which filters and correlations may refer to the rule
 * @param taxonomy whose names the rule uses; {@code sigma} unless given
 * @param license by its SPDX id
 * @param date of creation, as written
 * @param modified when it was changed last, as written
 * @param scope kinds of machines that it is meant for
 * @param custom further attributes that are plain values
 */
public record RuleDetails(
        @Nullable String name,
        String taxonomy,
        @Nullable String license,
        @Nullable String date,
        @Nullable String modified,
        List<Related> related,
        List<String> scope,
        Map<String, String> custom) {

    public RuleDetails {
        related = List.copyOf(related);
        scope = List.copyOf(scope);
        custom = Map.copyOf(custom);
    }

    /** @param type derived, obsolete, merged, renamed or similar */
    public record Related(String id, String type) {}
}
