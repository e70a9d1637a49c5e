package io.acso.edge.connector.ssh;

import io.acso.core.autonomy.Actuator;
import io.acso.edge.connector.command.CommandActuator;
import io.acso.edge.connector.command.Interpreter;
import io.acso.edge.connector.command.Runner;
import io.acso.edge.connector.command.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds commands over SSH to the actuators. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SshSettings.class)
class SshCommands {

    static final String KIND = "ssh.command";

    @Bean
    SshConnections sshConnections(SshSettings settings) {
        return new SshConnections(settings);
    }

    /** Scripts for bash and PowerShell run over it too. */
    @Bean
    Runner sshRunner(SshSettings settings, SshConnections sshConnections, Secrets secrets) {
        return new SshRunner(settings, sshConnections, secrets);
    }

    @Bean
    Actuator sshActuator(Runner sshRunner, InstantSource clock) {
        return new CommandActuator(Map.of(KIND, Interpreter.LOGIN), List.of(sshRunner), clock);
    }
}
