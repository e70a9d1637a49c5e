package io.acso.browser;

/** The built console, which needs Node: without it a test is skipped or fails as without a browser. */
final class Console {

    private Console() {}

    static void required() {
        if (Console.class.getResource("/console/index.html") == null) {
            new Chromium(System.getenv())
                    .miss("no console in this build: './acso build' makes it where Node 20.19 or newer is");
        }
    }
}
