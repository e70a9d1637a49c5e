package io.acso.edge.console;

import java.net.URI;

/** Whether there is a console, and where. Loads no Spring, so that the command line can ask. */
public final class Console {

    /** What to do where there is none. */
    public static final String CURE =
            "this build has no console: install Node 20.19 or newer with npm, then run 'acso build'";

    /** Where the build puts it on the class path. */
    static final String FILES = "console/";

    private static final String PAGE = "index.html";

    private Console() {}

    /** False when it was built on a machine without Node. */
    public static boolean present() {
        return Console.class.getClassLoader().getResource(FILES + PAGE) != null;
    }

    /**
     * The address for a person's browser: by name where the server is on this machine, because a passkey belongs to a
     * name and never to an address of digits.
     */
    public static URI at(URI server) {
        String host = server.getHost().equals("127.0.0.1") ? "localhost" : server.getHost();
        return URI.create(server.getScheme() + "://" + host + ":" + server.getPort());
    }
}
