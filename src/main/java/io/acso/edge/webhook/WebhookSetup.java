package io.acso.edge.webhook;

import io.acso.core.autonomy.KillSwitch;
import io.acso.edge.connector.network.OpenAddresses;
import io.acso.edge.connector.webhook.SignedPost;
import io.acso.edge.live.Changes;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.RecordStore;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has changes told to webhooks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookSetup {

    @Bean
    WebhookRecords webhookRecords(RecordStore records, WebhookSettings settings) {
        return new WebhookRecords(records, settings.log());
    }

    @Bean
    Destination webhookDestination(WebhookSettings settings) {
        return new Destination(settings.networks());
    }

    @Bean
    SignedPost signedPost(WebhookSettings settings, InstantSource clock) {
        return new SignedPost(
                OpenAddresses.of(settings.networks(), WebhookSettings.NETWORKS), settings.timeout(), clock);
    }

    @Bean
    Publishing webhookPublishing(Durability durability, WebhookRecords webhooks, Changes changes, InstantSource clock) {
        return new Publishing(durability, webhooks, changes, clock);
    }

    @Bean(initMethod = "start")
    WebhookQueue webhookQueue(
            Durability durability,
            WebhookRecords webhooks,
            SignedPost post,
            KillSwitch killSwitch,
            WebhookSettings settings,
            InstantSource clock) {
        return new WebhookQueue(
                durability.queue(WebhookRecords.QUEUE),
                new Delivering(durability, webhooks, post, killSwitch, settings.retries(), clock));
    }
}
