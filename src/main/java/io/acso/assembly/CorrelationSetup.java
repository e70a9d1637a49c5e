package io.acso.assembly;

import io.acso.core.detection.CorrelationSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Sigma correlation rules are evaluated. What is over a limit is left out, counted and logged.
 *
 * @param lateness how much older than the newest event of its source an event may be; matches are delayed by it
 * @param idle a source that is silent for so long, or is so far behind the others, is no longer waited for
 * @param groups live groups in all; the one that was untouched for longest goes first
 * @param entries events kept in one group; the oldest go first
 * @param waiting events that wait for older ones; the oldest are judged early
 * @param sources whose clocks are known; the one that was silent for longest is forgotten first
 */
@ConfigurationProperties("acso.correlation")
record CorrelationSetup(
        @DefaultValue("2m") Duration lateness,
        @DefaultValue("2m") Duration idle,
        @DefaultValue("1000000") int groups,
        @DefaultValue("10000") int entries,
        @DefaultValue("200000") int waiting,
        @DefaultValue("10000") int sources) {

    CorrelationSettings settings() {
        return new CorrelationSettings(lateness, idle, groups, entries, waiting, sources);
    }
}
