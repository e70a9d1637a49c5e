package io.acso.assembly;

import io.acso.edge.api.tls.SecureServer;
import io.acso.edge.cli.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** The server, as the command line starts it. */
public final class ServerPlatform implements Platform {

    private record Server(ConfigurableApplicationContext context, URI url, Optional<Certificate> certificate)
            implements Running {
        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public Running start(Path dataDirectory, int port, boolean logToConsole, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--acso.data-directory=" + dataDirectory,
                "--server.port=" + port,
                "--logging.console.enabled=" + logToConsole,
                // The command says it, in one line.
                "--logging.level.org.springframework.boot.diagnostics=OFF"));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        try {
            ConfigurableApplicationContext context = AcsoServer.start(arguments.toArray(String[]::new));
            String local = context.getEnvironment().getRequiredProperty("local.server.port");
            SecureServer secure = context.getBean(SecureServer.class);
            Optional<Certificate> certificate =
                    secure.keys().map(keys -> new Certificate(keys.certificate(), keys.fingerprint()));
            return new Server(context, secure.url(Integer.parseInt(local)), certificate);
        } catch (RuntimeException e) {
            throw new CannotStart(StartTrouble.line(e).orElseGet(() -> StartTrouble.bottom(e)), e);
        }
    }
}
