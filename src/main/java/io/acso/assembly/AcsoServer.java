package io.acso.assembly;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server's main: everything under {@code io.acso} that is a component joins. */
@SpringBootApplication(scanBasePackages = "io.acso")
public class AcsoServer {

    public static void main(String[] args) {
        SpringApplication.run(AcsoServer.class, args);
    }
}
