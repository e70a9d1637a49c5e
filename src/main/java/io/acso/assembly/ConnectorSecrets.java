package io.acso.assembly;

import io.acso.edge.connector.command.Secrets;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets that the steps of playbooks name in their authentication information. */
@Configuration(proxyBeanMethods = false)
class ConnectorSecrets {

    @Bean
    Secrets secretsOfConnectors() {
        return name -> Optional.empty();
    }
}
