package io.acso.assembly;

import io.acso.edge.connector.command.Secrets;
import io.acso.platform.secrets.Secret;
import io.acso.platform.secrets.SecretStore;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets that the steps of playbooks name in their authentication information. */
@Configuration(proxyBeanMethods = false)
class ConnectorSecrets {

    /** What cannot be a name is a playbook's mistake, and nobody's secret. */
    @Bean
    Secrets secretsOfConnectors(SecretStore store) {
        return name ->
                SecretStore.NAME.matcher(name).matches() ? store.get(name).map(Secret::reveal) : Optional.empty();
    }
}
