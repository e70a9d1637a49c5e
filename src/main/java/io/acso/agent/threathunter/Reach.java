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
    private final SequencedMap<String, Entity> actors = new LinkedHashMap<>();
    private final SequencedMap<String, String> why = new LinkedHashMap<>();
    private final SequencedMap<String, Event> events = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();

    Reach(Lake lake, Journal journal) {
        this.lake = lake;
        this.journal = journal;
    }

    Reach of(Incident incident, Instant now) {
        List<Entity> acting = incident.picture().entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR && ACTORS.contains(entity.type()))
                .toList();
        boolean session = acting.stream().anyMatch(entity -> entity.type() == Entity.Type.SESSION);
        acting.stream()
                .filter(entity -> !(session && isRole(entity)))
                .forEach(entity -> include(entity, "acted in a finding"));
        acting.stream().filter(Reach::isRole).map(Entity::value).forEach(roles::add);
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
        List<String> ids = lake.touching(keys, from, now, EVENTS).stream()
                .map(Lake.Sighting::eventId)
                .filter(id -> !events.containsKey(id))
                .toList();
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
        event.entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR)
                .filter(entity -> entity.type() == Entity.Type.ACCESS_KEY || entity.type() == Entity.Type.SESSION)
                .forEach(entity -> include(
                        entity,
                        "acted together with " + actors.firstEntry().getValue().value()));
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

    private void include(Entity entity, String reason) {
        if (actors.putIfAbsent(entity.key(), entity) == null) {
            why.put(entity.key(), entity.value() + ": " + reason);
        }
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
