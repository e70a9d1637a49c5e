package io.acso.domain.incident;

import io.acso.domain.event.Entity;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What the findings of an incident say taken together.
 *
 * @param firstSeen event time of the earliest finding
 * @param findings how many there are; they are kept beside the incident
 * @param rules ids of the rules that found something
 * @param entities what it is about, {@value #MAX_ENTITIES} at the most
 * @param unlisted how many entities did not fit
 */
public record Picture(
        Instant firstSeen,
        Instant lastSeen,
        int findings,
        Severity worst,
        List<String> rules,
        List<String> tactics,
        List<String> techniques,
        List<Entity> entities,
        int unlisted) {

    /** One record must stay small. */
    public static final int MAX_ENTITIES = 400;

    public static Picture of(Finding finding) {
        return new Picture(
                        finding.time(),
                        finding.time(),
                        0,
                        finding.severity(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0)
                .with(finding);
    }

    public Picture with(Finding finding) {
        SequencedSet<Entity> all = new LinkedHashSet<>(entities);
        int left = unlisted;
        for (Entity entity : finding.entities()) {
            if (all.size() < MAX_ENTITIES) {
                all.add(entity);
            } else if (!all.contains(entity)) {
                left++;
            }
        }
        Instant time = finding.time();
        return new Picture(
                time.isBefore(firstSeen) ? time : firstSeen,
                time.isAfter(lastSeen) ? time : lastSeen,
                findings + 1,
                worst.max(finding.severity()),
                union(rules, List.of(finding.ruleId())),
                union(tactics, finding.tactics()),
                union(techniques, finding.techniques()),
                List.copyOf(all),
                left);
    }

    /** Whom it is mostly about: the principal that acted first, else whatever acted, else what was acted upon. */
    public Optional<Entity> mainly() {
        return entities.stream().min(Comparator.comparing(Entity::role).thenComparing(Entity::type));
    }

    private static List<String> union(Collection<String> a, Collection<String> b) {
        SequencedSet<String> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return List.copyOf(all);
    }
}
