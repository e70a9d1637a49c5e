package io.acso.edge.webhook;

import io.acso.edge.connector.network.OpenAddresses;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Webhooks that people subscribe to changes with.
 *
 * @param networks private networks ({@code 10.20.0.0/16}) that may be sent to, http included; none by default
 * @param timeout how long the receiver may take to answer
 * @param retries how long to wait before each further attempt
 * @param log how long deliveries are kept
 */
@ConfigurationProperties("acso.webhooks")
record WebhookSettings(
        @DefaultValue List<String> networks,
        @DefaultValue("10s") Duration timeout,

        @DefaultValue({"5s", "1m", "5m", "30m", "2h", "5h", "10h", "10h"})
        List<Duration> retries,

        @DefaultValue("30d") Duration log) {

    static final String NETWORKS = "acso.webhooks.networks";

    WebhookSettings {
        networks = List.copyOf(networks);
        retries = List.copyOf(retries);
        OpenAddresses.of(networks, NETWORKS);
    }
}
