package io.acso.edge.api.rest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Effects;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Money;
import io.acso.edge.api.rest.ApprovalsController.ApprovalSummary;
import io.acso.edge.api.rest.IncidentsController.IncidentSummary;
import io.acso.edge.api.rest.OverviewController.Cost;
import io.acso.edge.api.rest.OverviewController.Findings;
import io.acso.edge.api.rest.OverviewController.Incidents;
import io.acso.edge.api.rest.OverviewController.Needs;
import io.acso.edge.api.rest.OverviewController.OverviewBody;
import io.acso.platform.durability.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what people should see first, and keeps it for as long as nobody would notice. */
@Component
final class Overview {

    private static final Duration FRESH = Duration.ofSeconds(2);
    /** Counting findings reads many records, and a day's count changes little in this time. */
    private static final Duration COUNTED = Duration.ofSeconds(20);

    private static final int SHOWN = 20;
    private static final int MOST_FINDINGS = 10_000;
    private static final int MOST_PRICED = 200;
    private static final int CHUNK = 500;
    private static final int HOURS = 24;

    private final IncidentSearch incidents;
    private final Casebook casebook;
    private final Effects effects;
    private final AgentsController agents;
    private final QueuesController queues;
    private final InstantSource clock;
    private final LoadingCache<String, OverviewBody> latest;
    private final LoadingCache<String, Findings> counted;

    Overview(
            IncidentSearch incidents,
            Casebook casebook,
            Effects effects,
            AgentsController agents,
            QueuesController queues,
            InstantSource clock) {
        this.incidents = incidents;
        this.casebook = casebook;
        this.effects = effects;
        this.agents = agents;
        this.queues = queues;
        this.clock = clock;
        this.latest = Caffeine.newBuilder().expireAfterWrite(FRESH).build(one -> workOut());
        this.counted = Caffeine.newBuilder().expireAfterWrite(COUNTED).build(one -> findings(clock.instant()));
    }

    OverviewBody now() {
        return latest.get("");
    }

    private OverviewBody workOut() {
        List<Incident> all = incidents.all();
        List<AgentsController.AgentBody> staff = agents.list();
        List<QueuesController.QueueBody> waiting = queues.list();
        Needs needs = new Needs(
                approvals(),
                summaries(all.stream().filter(incident -> incident.status() == Incident.Status.ON_HOLD)),
                effects.uncertain(MOST_PRICED, null).items().size(),
                waiting.stream().mapToLong(QueuesController.QueueBody::dead).sum(),
                staff.stream()
                        .filter(AgentsController.AgentBody::silent)
                        .map(AgentsController.AgentBody::name)
                        .toList());
        List<Incident> open = all.stream().filter(Incident::isOpen).toList();
        Incidents seen = new Incidents(
                count(all, Incident::status),
                count(open, incident -> incident.rating().severity()),
                summaries(open.stream()));
        return new OverviewBody(clock.instant(), needs, seen, counted.get(""), staff, waiting, cost(open));
    }

    private List<ApprovalSummary> approvals() {
        return casebook.approvals(CHUNK, null).items().stream()
                .filter(approval -> approval.status() == Approval.Status.PENDING)
                .sorted(Comparator.comparing(Approval::expires))
                .limit(SHOWN)
                .map(ApprovalSummary::from)
                .toList();
    }

    private static List<IncidentSummary> summaries(Stream<Incident> some) {
        return some.sorted(Comparator.comparing(
                                (Incident incident) -> incident.rating().severity())
                        .thenComparing(Incident::updated)
                        .reversed())
                .limit(SHOWN)
                .map(IncidentSummary::from)
                .toList();
    }

    private Findings findings(Instant now) {
        Instant since = now.minus(Duration.ofHours(HOURS));
        List<Finding> recent = new ArrayList<>();
        @Nullable String cursor = null;
        boolean within = true;
        do {
            Page<Finding> page = casebook.findings(CHUNK, cursor);
            page.items().stream()
                    .filter(finding -> finding.time().isAfter(since))
                    .forEach(recent::add);
            within = !page.items().isEmpty() && page.items().getLast().time().isAfter(since);
            cursor = page.next();
        } while (cursor != null && within && recent.size() < MOST_FINDINGS);
        Map<String, Long> tactics = recent.stream()
                .flatMap(finding -> finding.tactics().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return new Findings(
                recent.size(),
                tactics,
                count(recent, Finding::severity),
                byHour(recent, since),
                cursor != null && within);
    }

    private static List<Long> byHour(List<Finding> recent, Instant since) {
        Map<Integer, Long> hours = count(recent, finding -> (int)
                Math.min(HOURS - 1, Duration.between(since, finding.time()).toHours()));
        List<Long> all = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            all.add(hours.getOrDefault(hour, 0L));
        }
        return all;
    }

    private Cost cost(List<Incident> open) {
        List<CostAssessment> priced = open.stream()
                .limit(MOST_PRICED)
                .flatMap(incident -> casebook.cost(incident.id()).stream())
                .toList();
        return new Cost(sums(priced, CostAssessment::perHour), sums(priced, CostAssessment::soFar), priced.size());
    }

    private static List<Money> sums(List<CostAssessment> priced, Function<CostAssessment, Money> which) {
        return List.copyOf(priced.stream()
                .map(which)
                .collect(Collectors.toMap(
                        money -> money.currency().getCurrencyCode(), Function.identity(), Money::plus, TreeMap::new))
                .values());
    }

    private static <T, K extends Comparable<K>> Map<K, Long> count(List<T> all, Function<T, K> by) {
        return all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
