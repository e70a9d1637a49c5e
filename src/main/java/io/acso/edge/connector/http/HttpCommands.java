package io.acso.edge.connector.http;

import io.acso.core.autonomy.Actuator;
import io.acso.edge.connector.command.Secrets;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds HTTP and OpenC2 to the actuators. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpCommands {

    @Bean
    Wire httpWire(HttpSettings settings) {
        return new Wire(settings);
    }

    @Bean
    Actuator httpActuator(HttpSettings settings, Wire httpWire, Secrets secrets, InstantSource clock) {
        return new HttpActuator(settings, httpWire, secrets, clock);
    }
}
