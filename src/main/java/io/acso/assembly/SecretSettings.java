package io.acso.assembly;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where secrets are found that authenticate at other systems.
 *
 * @param provider embedded, the file that {@code acso secret} writes; aws, Secrets Manager
 * @param prefix of the names in Secrets Manager; nothing without it can be asked for
 * @param cache how long a secret is remembered, and so how late a changed one is seen
 */
@ConfigurationProperties("acso.secrets")
record SecretSettings(
        @DefaultValue("embedded") String provider,
        @DefaultValue("acso/") String prefix,
        @DefaultValue("1m") Duration cache) {}
