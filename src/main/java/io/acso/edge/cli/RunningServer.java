package io.acso.edge.cli;

import java.net.URI;

/** What a platform writes into {@value #FILE} of its data directory while it runs. */
public record RunningServer(URI url, long pid) {

    public static final String FILE = "server.json";
}
