package io.acso.edge.cli;

import io.acso.core.detection.Pipeline;
import io.acso.core.detection.RuleSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** {@code --pipeline}, for commands that read rules. */
final class PipelineOptions {

    @Option(
            names = "--pipeline",
            paramLabel = "FILE|NAME",
            description = {
                "A processing pipeline that changes the rules, in pySigma's YAML, or a shipped one:",
                "sysmon, cloudtrail, ocsf, windows-security, linux-auditd. May be given again."
            })
    private List<String> places = List.of();

    /** @param note is told what a pipeline asks for that is not done */
    RuleSources applyTo(RuleSources sources, Consumer<String> note) {
        List<Pipeline> pipelines = new ArrayList<>();
        for (String place : places) {
            Pipeline pipeline = load(place);
            pipeline.notes().forEach(text -> note.accept(place + ": " + text));
            pipelines.add(pipeline);
        }
        return sources.withPipelines(pipelines);
    }

    private static Pipeline load(String place) {
        Pipeline shipped = Pipeline.named(place);
        if (shipped != null) {
            return shipped;
        }
        Path file = Path.of(place);
        if (!Files.isRegularFile(file)) {
            throw new BadInput(place + ": there is no such file, and the shipped pipelines are " + Pipeline.names());
        }
        try {
            return Pipeline.read(place, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (Pipeline.Unreadable e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new BadInput("the pipeline cannot be read: " + e.getMessage(), e);
        }
    }
}
