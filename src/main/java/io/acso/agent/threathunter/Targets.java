package io.acso.agent.threathunter;

import io.acso.agent.casebook.Investigation.Started;
import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a response could act on, sorted by how it would be acted on: long-lived keys can be switched off,
 * users denied, a role's sessions revoked, instances quarantined.
 */
record Targets(SortedMap<String, List<String>> variables, List<Started> started) {

    private static final String LONG_LIVED = "AKIA";

    static Targets of(Collection<Entity> actors, Collection<String> roles, List<Event> events) {
        SortedSet<String> keys = new TreeSet<>();
        SortedSet<String> users = new TreeSet<>();
        SortedSet<String> revocable = new TreeSet<>(roles);
        SortedSet<String> accounts = new TreeSet<>();
        for (Entity actor : actors) {
            if (actor.scope().startsWith("aws:")) {
                accounts.add(actor.scope());
            }
            if (actor.type() == Entity.Type.ACCESS_KEY && actor.value().startsWith(LONG_LIVED)) {
                keys.add(actor.value());
            }
            if (actor.type() == Entity.Type.PRINCIPAL && actor.value().contains(":user/")) {
                users.add(actor.value());
            }
            if (actor.type() == Entity.Type.PRINCIPAL && actor.value().contains(":role/")) {
                revocable.add(actor.value());
            }
        }
        List<Started> started = started(actors, events);
        SortedMap<String, List<String>> variables = new TreeMap<>();
        variables.put("access_keys", List.copyOf(keys));
        variables.put("principals", List.copyOf(users));
        variables.put("roles", List.copyOf(revocable));
        variables.put("instances", started.stream().map(Started::id).toList());
        variables.put("accounts", List.copyOf(accounts));
        return new Targets(variables, started);
    }

    private static List<Started> started(Collection<Entity> actors, List<Event> events) {
        List<String> keys = actors.stream().map(Entity::key).toList();
        Map<String, Started> found = new LinkedHashMap<>();
        for (Event event : events) {
            for (EntityLink link : event.links()) {
                if (link.relation().equals("started")
                        && keys.contains(link.from().key())) {
                    found.putIfAbsent(link.to().value(), describe(link.to().value(), event));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Started describe(String resource, Event event) {
        int slash = resource.indexOf('/');
        String region = slash < 0 ? "" : resource.substring(0, slash);
        String id = resource.substring(slash + 1);
        String type = "unknown";
        JsonNode items = Json.tree(event.raw())
                .path("responseElements")
                .path("instancesSet")
                .path("items");
        for (JsonNode item : items) {
            if (item.path("instanceId").asString("").equals(id)) {
                type = item.path("instanceType").asString("unknown");
            }
        }
        return new Started(resource, type, region, event.time());
    }
}
