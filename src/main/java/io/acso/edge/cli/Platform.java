package io.acso.edge.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the platform in this process. Found by {@link java.util.ServiceLoader}: the command line does not see the
 * assembly, and its other commands load nothing of it.
 */
public interface Platform {

    /**
     * Returns when the platform answers requests.
     *
     * @param port 0 for any free one
     * @param settings further ones by property name
     * @throws CannotStart when it cannot, with one line that names the cure
     */
    Running start(Path dataDirectory, int port, boolean logToConsole, Map<String, String> settings);

    /** A platform that runs until it is closed or the process ends. */
    interface Running extends AutoCloseable {

        URI url();

        /** The certificate it shows; empty when it speaks in the clear. */
        Optional<Certificate> certificate();

        @Override
        void close();
    }

    /** @param fingerprint SHA-256, as browsers show it */
    record Certificate(Path file, String fingerprint) {}

    /** The platform cannot start. */
    final class CannotStart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public CannotStart(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
