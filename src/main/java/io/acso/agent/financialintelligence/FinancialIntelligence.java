package io.acso.agent.financialintelligence;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.CostAssessment.Line;
import io.acso.agent.casebook.Investigation.Started;
import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Money;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.content.ContentSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Prices an incident: the resources its actors started, for as long as they have run. */
public final class FinancialIntelligence implements Agent {

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private static final int SCALE = 6;

    private final Supplier<ContentSnapshot> content;

    public FinancialIntelligence(Supplier<ContentSnapshot> content) {
        this.content = content;
    }

    @Override
    public AgentName name() {
        return AgentName.FINANCIAL_INTELLIGENCE;
    }

    @Override
    public Set<String> accepts() {
        return Set.of(CaseTasks.PRICE_INCIDENT);
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String incidentId = task.arguments().path("incident").asString();
        List<Started> started = new Casebook(bench.records())
                .investigation(incidentId)
                .map(investigation -> investigation.started())
                .orElse(List.of());
        PriceTable table;
        try {
            table = PriceTable.of(content.get());
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), false, Json.object());
        }
        CostAssessment cost = assess(incidentId, started, table, bench.now());
        bench.overwrite(CaseKeys.item(CaseKeys.cost(incidentId), cost));
        bench.announce("IncidentPriced", incidentId, cost);
        return new Outcome.Completed(Json.object()
                .put("per_hour", cost.perHour().display())
                .put("so_far", cost.soFar().display())
                .put("unpriced", cost.unpriced().size()));
    }

    static CostAssessment assess(String incidentId, List<Started> started, PriceTable table, Instant until) {
        Currency currency = Currency.getInstance(table.currency());
        Money none = new Money(BigDecimal.ZERO, currency);
        List<Line> lines = new ArrayList<>();
        List<String> unpriced = new ArrayList<>();
        for (Started resource : started) {
            table.hourly(resource.region(), resource.type())
                    .ifPresentOrElse(
                            price -> lines.add(line(resource, new Money(price, currency), until)),
                            () -> unpriced.add(resource.id() + " (" + resource.type() + ")"));
        }
        return new CostAssessment(
                incidentId,
                lines.stream().map(Line::perHour).reduce(none, Money::plus),
                lines.stream().map(Line::soFar).reduce(none, Money::plus),
                until,
                lines,
                unpriced,
                table.provenance());
    }

    private static Line line(Started resource, Money perHour, Instant until) {
        long seconds = Math.max(0, Duration.between(resource.at(), until).toSeconds());
        BigDecimal amount = perHour.amount()
                .multiply(BigDecimal.valueOf(seconds))
                .divide(SECONDS_AN_HOUR, SCALE, RoundingMode.HALF_EVEN);
        Money soFar = new Money(amount, perHour.currency());
        return new Line(resource.id(), resource.type(), resource.region(), resource.at(), perHour, soFar);
    }
}
