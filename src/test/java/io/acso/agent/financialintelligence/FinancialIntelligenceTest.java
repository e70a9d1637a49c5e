package io.acso.agent.financialintelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.Investigation.Started;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.content.ContentSnapshot;
import io.acso.testsupport.Contents;
import io.acso.testsupport.InMemoryDurability;
import io.acso.testsupport.SampleEvents;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an incident costs. */
class FinancialIntelligenceTest {

    private static final Instant NOON = SampleEvents.NOON;

    @Test
    void sums_are_exact_and_what_has_no_price_is_named() {
        PriceTable table =
                table("us-east-1", Map.of("big", new BigDecimal("32.7726"), "tiny", new BigDecimal("0.0001")));
        List<Started> started = List.of(
                new Started("us-east-1/i-1", "big", "us-east-1", NOON),
                new Started("us-east-1/i-2", "big", "us-east-1", NOON),
                new Started("us-east-1/i-3", "tiny", "us-east-1", NOON),
                new Started("eu-west-1/i-4", "big", "eu-west-1", NOON),
                new Started("us-east-1/i-5", "later", "us-east-1", NOON));
        CostAssessment cost = FinancialIntelligence.assess("inc", started, table, NOON.plus(Duration.ofMinutes(90)));
        assertThat(cost.perHour().amount()).isEqualByComparingTo("65.5453");
        assertThat(cost.soFar().amount()).isEqualByComparingTo("98.31795");
        assertThat(cost.unpriced()).containsExactly("eu-west-1/i-4 (big)", "us-east-1/i-5 (later)");
        assertThat(cost.source()).isEqualTo("list, 2026-11-23");
    }

    @Test
    void a_second_of_a_dear_machine_is_not_rounded_away() {
        PriceTable table = table("r", Map.of("big", new BigDecimal("36")));
        CostAssessment cost = FinancialIntelligence.assess(
                "inc", List.of(new Started("i", "big", "r", NOON)), table, NOON.plusSeconds(1));
        assertThat(cost.soFar().amount()).isEqualByComparingTo("0.01");
    }

    @Test
    void what_starts_in_the_future_has_cost_nothing() {
        PriceTable table = table("r", Map.of("big", BigDecimal.TEN));
        Started later = new Started("i", "big", "r", NOON.plusSeconds(60));
        assertThat(FinancialIntelligence.assess("inc", List.of(later), table, NOON)
                        .soFar()
                        .amount())
                .isEqualByComparingTo("0");
    }

    @Test
    void the_bundled_prices_can_be_read() {
        PriceTable table = PriceTable.of(Contents.bundled());
        assertThat(table.hourly("us-east-1", "t3.micro"))
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("0.0104"));
        assertThat(table.provenance()).contains("AWS", "2026");
    }

    @Test
    void without_a_price_file_it_fails_and_says_which() {
        Task task = new Task(
                "t",
                AgentName.FINANCIAL_INTELLIGENCE,
                "price-incident",
                Json.object().put("incident", "inc"),
                AgentName.SUPERVISOR.principal(),
                "inc",
                null,
                null,
                NOON);
        Workbench bench = new Workbench(new InMemoryDurability(), task, NOON, null);
        Outcome outcome = new FinancialIntelligence(() -> ContentSnapshot.of(Map.of())).perform(task, bench);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.why()).contains(PriceTable.PATH);
            assertThat(failed.retryable()).isFalse();
        });
        assertThat(bench.staged()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{source: s, date: d, currency: USD} | it needs source, date, currency and prices",
                "{source: s, date: d, currency: DOLLARS, prices: {}} | is no ISO 4217 currency",
                "{source: s, date: d, currency: USD, prices: {r: {t: -1}}} | below zero",
                "{source: s, date: d, currency: USD, prices: {r: {t: cheap}}} | aws-ec2.yml",
                "{ | aws-ec2.yml"
            })
    void a_price_file_that_is_not_whole_is_refused(String text, String why) {
        assertThatThrownBy(() -> PriceTable.of(ContentSnapshot.of(Map.of(PriceTable.PATH, text))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static PriceTable table(String region, Map<String, BigDecimal> prices) {
        return new PriceTable("list", "2026-11-23", "USD", Map.of(region, prices));
    }
}
