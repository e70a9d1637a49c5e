package io.acso.assembly;

import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.edge.connector.command.Secrets;
import io.acso.platform.secrets.Secret;
import io.acso.platform.secrets.SecretStore;
import io.acso.platform.secrets.SecretsUnavailable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets that the steps of playbooks name in their authentication information. */
@Configuration(proxyBeanMethods = false)
class ConnectorSecrets {

    /** A store that cannot be asked is said as what it is to an action: something that is not set up. */
    @Bean
    Secrets secretsOfConnectors(SecretStore store) {
        return name -> {
            try {
                return store.get(name).map(Secret::reveal);
            } catch (SecretsUnavailable trouble) {
                throw new ActionNotConfigured(String.valueOf(trouble.getMessage()));
            }
        };
    }
}
