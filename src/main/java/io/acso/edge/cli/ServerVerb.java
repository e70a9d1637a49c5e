package io.acso.edge.cli;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

/** A command that speaks to a running platform. */
abstract class ServerVerb extends Verb {

    private static final String TOKEN = "token";

    @Option(names = "--server", paramLabel = "URL", description = "The platform; else the one of the data directory.")
    private @Nullable URI server;

    @Option(names = "--token-file", paramLabel = "FILE", description = "The token; else that of the data directory.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "The platform's data directory; else $ACSO_DATA_DIR, else ${DEFAULT-VALUE}.",
            defaultValue = "${env:ACSO_DATA_DIR:-acso-data}")
    private Path dataDirectory = Path.of("acso-data");

    Api api() {
        Path token = tokenFile == null ? dataDirectory.resolve(TOKEN) : tokenFile;
        return new Api(server == null ? running() : server, secret(token));
    }

    private URI running() {
        Path file = dataDirectory.resolve(RunningServer.FILE);
        try {
            return Json.read(Files.readAllBytes(file), RunningServer.class).url();
        } catch (IOException e) {
            throw new BadInput(
                    "no platform runs on " + dataDirectory.toAbsolutePath() + ": start one with 'acso up --data-dir "
                            + dataDirectory + "', or name one with --server URL --token-file FILE",
                    e);
        } catch (JacksonException e) {
            throw new BadInput(file + ": not what a running platform writes; restart it", e);
        }
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new BadInput(
                    file + ": the token cannot be read; name it with --token-file, as the user that owns it", e);
        }
    }
}
