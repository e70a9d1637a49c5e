package io.acso.edge.connector.webhook;

import io.acso.core.autonomy.Actuator;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the webhook to the actuators. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class Webhooks {

    @Bean
    Delivery webhookDelivery(WebhookSettings settings, InstantSource clock) {
        return new Delivery(settings, clock);
    }

    @Bean
    Actuator webhookActuator(WebhookSettings settings, Delivery webhookDelivery, InstantSource clock) {
        return new WebhookActuator(settings, webhookDelivery, clock);
    }
}
