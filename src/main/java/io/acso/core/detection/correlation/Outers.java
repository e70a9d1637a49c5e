package io.acso.core.detection.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which correlations look at a rule's matches, and at each other's. */
final class Outers {

    private record Link(int plan, int member) {}

    private record Place(int plan, String group) {}

    private final List<Plan> plans;
    private final List<Groups> groups;
    private final Map<String, List<Link>> links = new HashMap<>();

    Outers(List<Plan> plans, List<Groups> groups) {
        this.plans = plans;
        this.groups = groups;
        for (int plan = 0; plan < plans.size(); plan++) {
            List<Plan.Member> members = plans.get(plan).members();
            for (int member = 0; member < members.size(); member++) {
                links.computeIfAbsent(members.get(member).rule(), absent -> new ArrayList<>())
                        .add(new Link(plan, member));
            }
        }
    }

    Groups groups(int plan) {
        return groups.get(plan);
    }

    /** What an event that fits these rules adds. In one group it counts once, whatever rules it fits there. */
    List<Contribution> contributions(List<String> rules, FieldSource fields) {
        Map<Place, List<Contribution>> all = new LinkedHashMap<>();
        for (String rule : rules) {
            for (Link link : links.getOrDefault(rule, List.of())) {
                Map<Place, List<Contribution>> own = new LinkedHashMap<>();
                for (Contribution part : Contribution.of(link.plan(), plans.get(link.plan()), link.member(), fields)) {
                    own.computeIfAbsent(new Place(part.plan(), part.group()), absent -> new ArrayList<>())
                            .add(part);
                }
                own.forEach((place, parts) -> all.merge(place, parts, (there, more) -> join(there, more, link)));
            }
        }
        return all.values().stream().flatMap(List::stream).toList();
    }

    private List<Contribution> join(List<Contribution> there, List<Contribution> more, Link link) {
        switch (plans.get(link.plan()).judge().keeps()) {
            case RULES -> there.set(0, there.getFirst().and(1L << link.member()));
            case HASH ->
                more.stream()
                        .filter(part -> there.stream().noneMatch(other -> other.payload() == part.payload()))
                        .forEach(there::add);
            case NUMBER -> {
                // the first rule's: the same number is not added up twice
            }
        }
        return there;
    }

    /** What a correlation's match adds to the correlations of it. */
    List<Contribution> contributions(Fired fired) {
        Plan plan = plans.get(fired.plan());
        return links.containsKey(plan.id()) ? contributions(List.of(plan.id()), fields(plan, fired)) : List.of();
    }

    /** A match has the values of its group, and those that its events carried along. */
    private static FieldSource fields(Plan plan, Fired fired) {
        List<String> group = fired.groupValues();
        return (rule, name) -> {
            int place = plan.groupBy().indexOf(name);
            if (place >= 0) {
                return List.of(group.get(place));
            }
            int carried = plan.carried().indexOf(name);
            return carried < 0 ? List.of() : fired.carried(carried);
        };
    }
}
