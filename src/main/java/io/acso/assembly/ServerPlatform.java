package io.acso.assembly;

import io.acso.edge.cli.Platform;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/** The server, as the command line starts it. */
public final class ServerPlatform implements Platform {

    @Override
    public URI start(Path dataDirectory, int port, boolean logToConsole) {
        try {
            ConfigurableApplicationContext context = AcsoServer.start(
                    "--acso.data-directory=" + dataDirectory,
                    "--server.port=" + port,
                    "--logging.console.enabled=" + logToConsole,
                    // The command says it, in one line.
                    "--logging.level.org.springframework.boot.diagnostics=OFF");
            return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
        } catch (RuntimeException e) {
            throw new CannotStart(StartTrouble.line(e).orElseGet(() -> StartTrouble.bottom(e)), e);
        }
    }
}
