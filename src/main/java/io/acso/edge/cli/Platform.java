package io.acso.edge.cli;

import java.net.URI;
import java.nio.file.Path;

/**
 * Starts the platform in this process. Found by {@link java.util.ServiceLoader}: the command line does not see the
 * assembly, and its other commands load nothing of it.
 */
public interface Platform {

    /**
     * Returns when the platform answers requests; it runs until the process ends.
     *
     * @param port on the loopback interface; 0 for any free one
     * @throws CannotStart when it cannot, with one line that names the cure
     */
    URI start(Path dataDirectory, int port, boolean logToConsole);

    /** The platform cannot start. */
    final class CannotStart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public CannotStart(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
