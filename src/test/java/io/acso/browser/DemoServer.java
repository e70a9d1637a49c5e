package io.acso.browser;

import io.acso.edge.demo.DemoPlatform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A platform with demo data that runs until it is ended, to build the console against. Arguments: port, directory. */
final class DemoServer {

    private DemoServer() {}

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        Path root = Path.of(
                args.length > 1
                        ? args[1]
                        : "target/platforms/demo-" + ProcessHandle.current().pid());
        DemoPlatform platform = DemoPlatform.start(root.toAbsolutePath(), port, Map.of());
        System.out.println("answers at http://localhost:" + platform.url().getPort() + ", token in "
                + platform.data().resolve("token"));
        DemoData.fill(platform, Instant.now());
        System.out.println("the demo data is in");
        Thread.currentThread().join();
    }
}
