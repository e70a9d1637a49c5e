package io.acso.core.correlation;

import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The keys by which a finding joins an incident: who acted, and whoever that came from.
 *
 * <p>A principal, credential, session or host identifies an actor. A role does not where its session or key is
 * known, for many may share it; nor does a session's name where it is known whose key it used, for many may choose
 * the same. An address identifies nobody behind a shared gateway, so it counts only where nothing better is known.
 * What was acted upon does not join by itself: what the actor made there (a key, a user, an instance) leads back to
 * the actor once it acts in turn.
 */
public final class JoinKeys {

    private static final int LONGEST_CHAIN = 8;
    private static final int MOST = 16;
    private static final String ASSUMED = "assumed-role";
    private static final Set<Entity.Type> IDENTIFYING =
            Set.of(Entity.Type.PRINCIPAL, Entity.Type.ACCESS_KEY, Entity.Type.SESSION, Entity.Type.HOST);

    private final Lineage lineage;
    private final Map<String, JoinKey> keys = new LinkedHashMap<>();

    private JoinKeys(Lineage lineage) {
        this.lineage = lineage;
    }

    /** The keys of a finding, the most direct first, {@value #MOST} at the most. Empty when nothing identifies anybody. */
    public static List<JoinKey> of(Finding finding, Lineage lineage) {
        JoinKeys found = new JoinKeys(lineage);
        List<Entity> actors = finding.entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR && IDENTIFYING.contains(entity.type()))
                .toList();
        List<Entity> acting =
                actors.stream().filter(actor -> !found.shared(actor, actors)).toList();
        acting.forEach(actor -> found.add(actor.key(), "the same " + name(actor), true));
        acting.forEach(found::follow);
        if (found.keys.isEmpty()) {
            finding.entities().stream()
                    .filter(entity -> entity.type() == Entity.Type.ADDRESS || entity.type() == Entity.Type.HOST)
                    .forEach(entity ->
                            found.add(entity.key(), "the same " + name(entity) + ", nobody else being known", true));
        }
        return new ArrayList<>(found.keys.values());
    }

    /** Whether several may go by this name while another of the actors tells them apart. */
    private boolean shared(Entity actor, List<Entity> actors) {
        return switch (actor.type()) {
            case PRINCIPAL ->
                actor.value().contains(":role/") && has(actors, Entity.Type.SESSION, Entity.Type.ACCESS_KEY);
            case SESSION ->
                actors.stream()
                        .filter(other -> other.type() == Entity.Type.ACCESS_KEY)
                        .anyMatch(key -> !lineage.origins(key.key()).isEmpty());
            default -> false;
        };
    }

    private static boolean has(List<Entity> actors, Entity.Type... types) {
        return actors.stream().anyMatch(actor -> List.of(types).contains(actor.type()));
    }

    private record Hop(Entity at, boolean own, int length) {}

    private void follow(Entity actor) {
        Deque<Hop> open = new ArrayDeque<>(List.of(new Hop(actor, true, 0)));
        while (!open.isEmpty()) {
            Hop hop = open.remove();
            for (EntityLink link : lineage.origins(hop.at().key())) {
                Entity from = link.from();
                boolean own = hop.own() && link.relation().equals(ASSUMED);
                String why = name(actor) + " leads back to " + name(from) + " (" + link.relation() + ")";
                if (add(from.key(), why, own) && hop.length() + 1 < LONGEST_CHAIN) {
                    open.add(new Hop(from, own, hop.length() + 1));
                }
            }
        }
    }

    private boolean add(String key, String why, boolean own) {
        return keys.size() < MOST && keys.putIfAbsent(key, new JoinKey(key, why, own)) == null;
    }

    private static String name(Entity entity) {
        return entity.type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + entity.value();
    }
}
