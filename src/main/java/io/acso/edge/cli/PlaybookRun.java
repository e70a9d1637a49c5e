package io.acso.edge.cli;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Runs one playbook, on the platform of the data directory or, when none runs there, on one of its own. */
@Command(
        name = "run",
        description = {
            "Runs a CACAO 2.0 playbook and follows it to its end; exit code 1 when it does not complete.",
            "Every action passes the gate. What needs approval waits for somebody other than who asks.",
            "When no platform runs on the data directory, one is started there and stopped at the end."
        },
        mixinStandardHelpOptions = true)
final class PlaybookRun extends ServerVerb {

    @Parameters(paramLabel = "FILE", description = "The playbook, or - for standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A value of an external variable; JSON where it reads as JSON, else text.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--dry-run",
            description = "Only plans: every action's exact call and blast radius, and its decision.")
    private boolean dryRun;

    @Option(names = "--detach", description = "Returns when the platform has it, without waiting for its end.")
    private boolean detach;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "How long to follow it, such as PT10M; it goes on without.",
            defaultValue = "PT1H")
    private Duration timeout = Duration.ofHours(1);

    @Override
    public Integer call() {
        JsonNode playbook = playbook();
        if (runningHere()) {
            return run(api(), playbook);
        }
        if (detach) {
            throw new WrongUsage(
                    "no platform runs that could go on with it: start one with 'acso up', or leave out --detach");
        }
        note("no platform runs on " + dataDirectory() + ": starting one for this run");
        try (Platform.Running platform = start()) {
            return run(api(platform.url()), playbook);
        }
    }

    private int run(Api api, JsonNode playbook) {
        Map<String, Object> wanted = Map.of("playbook", playbook, "variables", variables(values), "dryRun", dryRun);
        String location = api.post("/executions", wanted).path("location").asString();
        String id = location.substring(location.lastIndexOf('/') + 1);
        if (detach) {
            return acknowledge(id);
        }
        return new ExecutionFollower(this, api, id).follow(InstantSource.system(), timeout) ? DONE : CHECK_FAILED;
    }

    private int acknowledge(String id) {
        if (json()) {
            print(Map.of("execution", id));
        } else {
            say("execution " + id + ": see 'acso execution show " + id + "'");
        }
        return DONE;
    }

    private JsonNode playbook() {
        try {
            return Json.tree(read(file));
        } catch (JacksonException e) {
            throw new BadInput(
                    file + ": is no JSON (" + e.getOriginalMessage() + "): 'acso playbook check " + file
                            + "' tells more",
                    e);
        }
    }

    static Map<String, JsonNode> variables(Map<String, String> given) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        given.forEach((name, value) -> variables.put(name, value(value)));
        return variables;
    }

    private static JsonNode value(String text) {
        try {
            return Json.tree(text);
        } catch (JacksonException e) {
            return Json.MAPPER.valueToTree(text);
        }
    }

    private Platform.Running start() {
        Platform platform = ServiceLoader.load(Platform.class)
                .findFirst()
                .orElseThrow(() -> new BadInput("this build has no server: build it anew with 'acso build'"));
        try {
            Files.createDirectories(dataDirectory());
            return platform.start(dataDirectory(), 0, false, Map.of());
        } catch (Platform.CannotStart | IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }
}
