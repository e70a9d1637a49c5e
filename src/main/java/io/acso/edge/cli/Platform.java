package io.acso.edge.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts the platform in this process. Found by {@link java.util.ServiceLoader}: the command line does not see the
 * assembly, and its other commands load nothing of it.
 */
public interface Platform {

    /**
     * Returns when the platform answers requests.
     *
     * @param port on the loopback interface; 0 for any free one
     * @param settings further ones by property name
     * @throws CannotStart when it cannot, with one line that names the cure
     */
    Running start(Path dataDirectory, int port, boolean logToConsole, Map<String, String> settings);

    /** A platform that runs until it is closed or the process ends. */
    interface Running extends AutoCloseable {

        URI url();

        @Override
        void close();
    }

    /** The platform cannot start. */
    final class CannotStart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public CannotStart(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
