package io.acso.assembly;

import io.acso.domain.kernel.Json;
import io.acso.edge.api.tls.SecureServer;
import io.acso.edge.cli.RunningServer;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the command line on this machine where the platform answers, while it does. */
@Component
class ServerFile {

    private final Path file;
    private final SecureServer secure;
    private volatile boolean written;

    ServerFile(PlatformSettings settings, SecureServer secure) {
        this.secure = secure;
        this.file = settings.dataDirectory().resolve(RunningServer.FILE);
    }

    @EventListener
    void started(WebServerInitializedEvent event) throws IOException {
        URI url = secure.url(event.getWebServer().getPort());
        Path certificate =
                secure.keys().map(keys -> keys.certificate().toAbsolutePath()).orElse(null);
        RunningServer running = new RunningServer(url, ProcessHandle.current().pid(), certificate);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.write(whole, Json.bytes(running));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        written = true;
    }

    /** A start that was refused leaves the file of the process that runs. */
    @PreDestroy
    void stopped() throws IOException {
        if (written) {
            Files.deleteIfExists(file);
        }
    }
}
