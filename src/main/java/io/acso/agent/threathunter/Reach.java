package io.acso.agent.threathunter;

import io.acso.agent.casebook.Investigation;
import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.event.Event;
import io.acso.domain.incident.Incident;
import io.acso.platform.journal.Journal;
import io.acso.platform.lake.Lake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything an incident's actors did since shortly before its first finding: their events, the sessions,
 * keys and identities that came from them, and so on until nothing new comes up.
 */
final class Reach {

    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final int ROUNDS = 6;
    private static final int EVENTS = 5_000;
    private static final Set<Entity.Type> ACTORS =
            Set.of(Entity.Type.PRINCIPAL, Entity.Type.ACCESS_KEY, Entity.Type.SESSION);

    private final Lake lake;
    private final Journal journal;
    private final Function<String, List<EntityLink>> origins;
    private final SequencedMap<String, Entity> actors = new LinkedHashMap<>();
    private final SequencedMap<String, String> why = new LinkedHashMap<>();
    private final SequencedMap<String, Event> events = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();

    /** @param origins the links that lead to the entity with a key */
    Reach(Lake lake, Journal journal, Function<String, List<EntityLink>> origins) {
        this.lake = lake;
        this.journal = journal;
        this.origins = origins;
    }

    /** @param shown ids of the events that the findings are about, which count even if the lake has them not yet */
    Reach of(Incident incident, Collection<String> shown, Instant now) {
        List<Entity> acting = incident.picture().entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR && ACTORS.contains(entity.type()))
                .toList();
        acting.stream().filter(entity -> !isRole(entity)).forEach(entity -> include(entity, "acted in a finding"));
        acting.stream().filter(Reach::isRole).map(Entity::value).forEach(roles::add);
        List.copyOf(actors.values()).forEach(this::whoAssumed);
        take(shown);
        Collection<String> fresh = List.copyOf(actors.keySet());
        for (int round = 0; round < ROUNDS && !fresh.isEmpty(); round++) {
            Set<String> before = Set.copyOf(actors.keySet());
            Instant from = incident.picture().firstSeen().minus(BEFORE);
            look(fresh, from, now);
            fresh = actors.keySet().stream()
                    .filter(key -> !before.contains(key))
                    .toList();
        }
        return this;
    }

    private void look(Collection<String> keys, Instant from, Instant now) {
        take(lake.touching(keys, from, now, EVENTS).stream()
                .map(Lake.Sighting::eventId)
                .toList());
    }

    /**
     * A temporary key leads back to the user or key that it was given to, who could have another at once. A session's
     * name does not, for others may choose the same.
     */
    private void whoAssumed(Entity actor) {
        if (actor.type() == Entity.Type.ACCESS_KEY) {
            origins.apply(actor.key()).stream()
                    .filter(link -> link.relation().equals("assumed-role"))
                    .map(EntityLink::from)
                    .filter(from -> ACTORS.contains(from.type()) && !isRole(from))
                    .filter(from -> include(from, "assumed the role that " + actor.value() + " was given for"))
                    .forEach(this::whoAssumed);
        }
    }

    private void take(Collection<String> all) {
        List<String> ids = all.stream().filter(id -> !events.containsKey(id)).toList();
        Map<String, Event> found = journal.find(ids);
        ids.stream()
                .map(found::get)
                .filter(event -> event != null && actedIn(event))
                .forEach(this::take);
    }

    /** A shared role is no actor by itself, so only sessions, keys and users count. */
    private boolean actedIn(Event event) {
        return event.entities().stream()
                .anyMatch(entity -> entity.role() == Entity.Role.ACTOR && actors.containsKey(entity.key()));
    }

    private void take(Event event) {
        events.put(event.id(), event);
        Entity known = event.entities().stream()
                .filter(entity -> actors.containsKey(entity.key()))
                .findFirst()
                .orElseThrow();
        event.entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR)
                .filter(entity -> entity.type() == Entity.Type.ACCESS_KEY || entity.type() == Entity.Type.SESSION)
                .forEach(entity -> include(entity, "acted together with " + known.value()));
        event.entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR && isRole(entity))
                .forEach(entity -> roles.add(entity.value()));
        for (EntityLink link : event.links()) {
            if (ACTORS.contains(link.to().type())
                    && actors.containsKey(link.from().key())) {
                include(link.to(), link.relation() + " by " + link.from().value());
            }
        }
    }

    private boolean include(Entity entity, String reason) {
        boolean added = !isShared(entity) && actors.putIfAbsent(entity.key(), entity) == null;
        if (added) {
            why.put(entity.key(), entity.value() + ": " + reason);
        }
        return added;
    }

    /** Several have chosen this name for their sessions; the key of each tells them apart. */
    private boolean isShared(Entity entity) {
        return entity.type() == Entity.Type.SESSION
                && origins.apply(entity.key()).stream()
                                .map(EntityLink::from)
                                .filter(from -> from.type() != Entity.Type.ACCESS_KEY)
                                .map(Entity::key)
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean isRole(Entity entity) {
        return entity.type() == Entity.Type.PRINCIPAL && entity.value().contains(":role/");
    }

    Investigation summary(String incidentId, int revision) {
        SequencedSet<String> reasons = new LinkedHashSet<>(why.values());
        List<Event> all = new ArrayList<>(events.values());
        Targets targets = Targets.of(actors.values(), roles, all);
        return new Investigation(
                incidentId,
                revision,
                targets.variables(),
                targets.started(),
                all.size(),
                all.stream().map(Event::id).limit(1_000).toList(),
                reasons.stream().limit(100).toList());
    }
}
