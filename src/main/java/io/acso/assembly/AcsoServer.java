package io.acso.assembly;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server's main: everything under {@code io.acso} that is a component joins. */
@SpringBootApplication(
        scanBasePackages = "io.acso",
        exclude = {UserDetailsServiceAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class})
@EnableScheduling
public class AcsoServer {

    public static void main(String[] args) {
        start(args);
    }

    /** Returns when requests are answered. */
    static ConfigurableApplicationContext start(String... args) {
        SpringApplication server = new SpringApplication(AcsoServer.class);
        server.addListeners(new PrepareDataDirectory());
        return server.run(args);
    }
}
