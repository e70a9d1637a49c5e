package io.acso.edge.api.rest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of SQL that people run over the lake.
 *
 * @param time that one query may take
 * @param rows that one answer may have
 */
@ConfigurationProperties("acso.lake-query")
record LakeQuerySettings(
        @DefaultValue("30s") Duration time,
        @DefaultValue("10000") int rows) {

    LakeQuerySettings {
        if (!time.isPositive() || rows < 1) {
            throw new IllegalArgumentException("acso.lake-query: a query needs some time, and a row");
        }
    }
}
