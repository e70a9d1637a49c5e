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

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "The one certificate to trust, in PEM; else that of the data directory's platform.")
    private @Nullable Path certificate;

    Api api() {
        if (server != null) {
            return api(server);
        }
        RunningServer running = here();
        return api(running.url(), certificate == null ? running.certificate() : certificate);
    }

    /** The platform at that address, with the token that was named or the data directory's. */
    Api api(URI url) {
        return api(url, certificate);
    }

    private Api api(URI url, @Nullable Path trusted) {
        return new Api(url, secret(tokenFile == null ? dataDirectory.resolve(TOKEN) : tokenFile), trusted);
    }

    /** The address that a browser opens: by name, since passkeys belong to names. */
    String console() {
        return (server == null ? here().url() : server).toString().replace("//127.0.0.1", "//localhost");
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    /** Whether a platform is named, or one runs on the data directory. */
    boolean runningHere() {
        if (server != null) {
            return true;
        }
        Path file = dataDirectory.resolve(RunningServer.FILE);
        return Files.exists(file)
                && ProcessHandle.of(described(file).pid())
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private RunningServer here() {
        return described(dataDirectory.resolve(RunningServer.FILE));
    }

    private RunningServer described(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), RunningServer.class);
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
