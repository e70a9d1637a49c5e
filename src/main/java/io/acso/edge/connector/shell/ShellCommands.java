package io.acso.edge.connector.shell;

import io.acso.core.autonomy.Actuator;
import io.acso.edge.connector.command.CommandActuator;
import io.acso.edge.connector.command.Interpreter;
import io.acso.edge.connector.command.Runner;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds scripts for bash and PowerShell to the actuators. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShellSettings.class)
class ShellCommands {

    static final Map<String, Interpreter> KINDS =
            Map.of("shell.bash", Interpreter.BASH, "shell.powershell", Interpreter.POWERSHELL);

    @Bean
    Runner localRunner(ShellSettings settings) {
        return new LocalRunner(
                settings, new LocalProcess((int) settings.output().toBytes()));
    }

    @Bean
    Actuator shellActuator(List<Runner> runners, InstantSource clock) {
        return new CommandActuator(KINDS, runners, clock);
    }
}
