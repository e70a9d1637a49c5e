package io.acso.assembly;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The server with a door that only tests have: what it is made of can be reached. */
public final class OpenServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private OpenServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param port 0 for any; @param settings further ones by name */
    public static OpenServer start(Path data, int port, Map<String, String> settings) {
        Stream<String> own =
                Stream.of("acso.data-directory=" + data, "server.port=" + port, "logging.console.enabled=false");
        Stream<String> more = settings.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
        return new OpenServer(AcsoServer.start(
                Stream.concat(own, more).map(setting -> "--" + setting).toArray(String[]::new)));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
