package io.acso.edge.tuning;

import io.acso.core.detection.Match;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.Entity;
import io.acso.domain.event.LogSource;
import io.acso.edge.tuning.Labels.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one rule found; of its findings, the first ones by their traits. */
final class RuleVolume {

    private static final int KEPT = 5000;
    private static final int MOST_ENTITIES = 100_000;

    final SigmaRule rule;
    final List<Set<Trait>> noise = new ArrayList<>();
    final List<Set<Trait>> truths = new ArrayList<>();
    final Set<String> asked = new HashSet<>();
    final Set<LogSource> sources = new HashSet<>();
    final Map<LocalDate, Long> days = new HashMap<>();
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> entities = new HashSet<>();
    long matches;
    long truePositives;
    long falsePositives;

    RuleVolume(SigmaRule rule) {
        this.rule = rule;
    }

    void add(Match match, Glance glance, @Nullable Label label) {
        matches++;
        sources.add(glance.source());
        match.matched().forEach(field -> asked.add(field.field()));
        if (glance.day() != null) {
            days.merge(glance.day(), 1L, Long::sum);
        }
        for (Entity entity : glance.entities()) {
            Set<String> into = entity.type() == Entity.Type.HOST ? hosts : entities;
            if (into.size() < MOST_ENTITIES) {
                into.add(entity.key());
            }
        }
        truePositives += label == Label.TRUE_POSITIVE ? 1 : 0;
        falsePositives += label == Label.FALSE_POSITIVE ? 1 : 0;
        if (label == Label.TRUE_POSITIVE) {
            truths.add(glance.traits());
        } else if (noise.size() < KEPT) {
            noise.add(glance.traits());
        }
    }

    long unlabelled() {
        return matches - truePositives - falsePositives;
    }

    long hosts() {
        return hosts.size();
    }

    long entities() {
        return entities.size();
    }
}
