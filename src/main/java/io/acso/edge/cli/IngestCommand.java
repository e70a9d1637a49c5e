package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sends events. */
@Command(
        name = "ingest",
        description = "Sends events to the running platform; sending the same again changes nothing.",
        mixinStandardHelpOptions = true)
final class IngestCommand extends ServerVerb {

    private static final int OK = 200;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files with events, or - for standard input.")
    private List<Path> files = List.of();

    static String describe(JsonNode receipt) {
        return receipt.path("accepted").asString("0") + " accepted, "
                + receipt.path("duplicates").asString("0") + " known already, "
                + receipt.path("quarantined").asString("0") + " in quarantine";
    }

    @Override
    public Integer call() {
        Api api = api();
        boolean whole = true;
        for (Path file : files) {
            HttpResponse<byte[]> response = api.stream("/events", body(file));
            if (response.statusCode() != OK) {
                throw new BadInput(file + ": " + Api.problem(response).getMessage() + after(response));
            }
            whole &= show(file, Api.json(response));
        }
        return whole ? DONE : CHECK_FAILED;
    }

    private boolean show(Path file, JsonNode receipt) {
        if (json()) {
            print(receipt);
        } else {
            say(file + ": " + describe(receipt));
        }
        receipt.path("rejections")
                .forEach(bad -> note(file + ":" + bad.path("line").asString("") + ": "
                        + bad.path("reason").asString("")));
        return receipt.path("quarantined").asInt(0) == 0;
    }

    private static String after(HttpResponse<byte[]> response) {
        JsonNode receipt = Api.json(response).path("receipt");
        return receipt.isMissingNode() ? "" : " (" + describe(receipt) + ")";
    }

    private static BodyPublisher body(Path file) {
        try {
            if (!file.toString().equals("-")) {
                return BodyPublishers.ofFile(file);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return BodyPublishers.ofInputStream(() -> {
            try {
                return open(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
