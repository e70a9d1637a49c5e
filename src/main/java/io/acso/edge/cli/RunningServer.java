package io.acso.edge.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a platform writes into {@value #FILE} of its data directory while it runs.
 *
 * @param certificate file of the certificate it shows; null when it speaks in the clear
 */
public record RunningServer(URI url, long pid, @Nullable Path certificate) {

    public static final String FILE = "server.json";
}
