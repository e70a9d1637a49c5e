package io.acso.core.correlation;

import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys by which a finding joins an incident: who acted, and whoever that came from.
 *
 * <p>A principal, credential, session or host identifies an actor. A role does not when it is known who
 * assumed it, for many may share it. An address identifies nobody behind a shared gateway, so it counts only
 * where nothing better is known. What was acted upon does not join by itself: what the actor made there
 * (a key, a user, an instance) leads back to the actor once it acts in turn.
 */
public final class JoinKeys {

    private static final int LONGEST_CHAIN = 8;
    private static final Set<Entity.Type> IDENTIFYING =
            Set.of(Entity.Type.PRINCIPAL, Entity.Type.ACCESS_KEY, Entity.Type.SESSION, Entity.Type.HOST);

    private final Lineage lineage;
    private final Map<String, JoinKey> keys = new LinkedHashMap<>();

    private JoinKeys(Lineage lineage) {
        this.lineage = lineage;
    }

    /** The keys of a finding, the most direct first. Empty when nothing identifies anybody. */
    public static List<JoinKey> of(Finding finding, Lineage lineage) {
        JoinKeys found = new JoinKeys(lineage);
        List<Entity> actors = finding.entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR)
                .toList();
        boolean assumedByKnown = actors.stream()
                .filter(entity -> entity.type() == Entity.Type.SESSION || entity.type() == Entity.Type.ACCESS_KEY)
                .anyMatch(entity -> lineage.origin(entity.key()).isPresent());
        boolean session = actors.stream().anyMatch(entity -> entity.type() == Entity.Type.SESSION);
        actors.stream()
                .filter(entity -> IDENTIFYING.contains(entity.type()))
                .filter(entity -> !(session && assumedByKnown && entity.type() == Entity.Type.PRINCIPAL))
                .forEach(found::follow);
        if (found.keys.isEmpty()) {
            finding.entities().stream()
                    .filter(entity -> entity.type() == Entity.Type.ADDRESS || entity.type() == Entity.Type.HOST)
                    .forEach(entity ->
                            found.add(entity.key(), "the same " + name(entity) + ", nobody else being known"));
        }
        return new ArrayList<>(found.keys.values());
    }

    private void follow(Entity actor) {
        add(actor.key(), "the same " + name(actor));
        String key = actor.key();
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            Optional<EntityLink> link = lineage.origin(key);
            if (link.isEmpty() || keys.containsKey(link.get().from().key())) {
                return;
            }
            Entity from = link.get().from();
            add(
                    from.key(),
                    name(actor) + " leads back to " + name(from) + " ("
                            + link.get().relation() + ")");
            key = from.key();
        }
    }

    private void add(String key, String why) {
        keys.putIfAbsent(key, new JoinKey(key, why));
    }

    private static String name(Entity entity) {
        return switch (entity.type()) {
            case ACCESS_KEY -> "access key " + entity.value();
            case SESSION -> "session " + entity.value();
            case PRINCIPAL -> "principal " + entity.value();
            default -> entity.type().name().toLowerCase(java.util.Locale.ROOT) + " " + entity.value();
        };
    }
}
