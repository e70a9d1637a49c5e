package io.acso.edge.connector.resilience;

import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The safeguards, their health and their figures ({@code resilience4j.*}, by outside party and action kind). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResilienceSettings.class)
class Resilience {

    @Bean
    Safeguards safeguards(ResilienceSettings settings, InstantSource clock) {
        return new Safeguards(settings, clock);
    }

    @Bean
    HealthIndicator connectorsHealthIndicator(Safeguards safeguards) {
        return new ConnectorsHealth(safeguards);
    }

    @Bean
    MeterBinder breakerFigures(Safeguards safeguards) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(safeguards.breakers());
    }

    @Bean
    MeterBinder bulkheadFigures(Safeguards safeguards) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(safeguards.bulkheads());
    }

    @Bean
    MeterBinder rateFigures(Safeguards safeguards) {
        return TaggedRateLimiterMetrics.ofRateLimiterRegistry(safeguards.limits());
    }
}
