package io.acso.core.detection;

import io.acso.core.detection.pipeline.PipelineReader;
import io.acso.core.detection.pipeline.ProcessingPipeline;
import io.acso.core.detection.syntax.InvalidRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A processing pipeline, which changes rules before they are compiled: names of fields, values, log sources. Written in
 * the YAML form of pySigma. Immutable.
 */
public final class Pipeline {

    private static final String FOLDER = "/content/pipelines/";
    private static final String SUFFIX = ".yml";

    /** Event-side forms: what they change a rule to stands beside the rule. */
    private static final List<String> FORMS = List.of("windows-security", "linux-auditd");

    private static final List<String> NAMED = List.of("sysmon", "cloudtrail", "ocsf");

    private final ProcessingPipeline processing;

    private Pipeline(ProcessingPipeline processing) {
        this.processing = processing;
    }

    /** A file that is no pipeline; the message names what is wrong and how to mend it. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final RuleFailure failure;

        Unreadable(RuleFailure failure) {
            super(failure.file() + ":" + failure.line() + ": " + failure.error());
            this.failure = failure;
        }

        public RuleFailure failure() {
            return failure;
        }
    }

    /**
     * Reads YAML.
     *
     * @param file for messages, and the pipeline's name where it gives none
     * @throws Unreadable when it is no pipeline, or asks for what a matching engine cannot do
     */
    public static Pipeline read(String file, String yaml) throws Unreadable {
        try {
            return new Pipeline(PipelineReader.read(file, yaml));
        } catch (InvalidRule e) {
            throw new Unreadable(new RuleFailure(file, e.line(), e.getMessage()));
        }
    }

    /** The names of the shipped pipelines. */
    public static List<String> names() {
        return Stream.concat(NAMED.stream(), FORMS.stream()).toList();
    }

    /** Whether a path of content, such as {@code pipelines/ocsf.yml}, is that of a shipped pipeline. */
    public static boolean isShipped(String path) {
        return names().stream().anyMatch(name -> (FOLDER + name + SUFFIX).endsWith("/" + path));
    }

    /** A shipped pipeline; null when there is none of that name. */
    public static @Nullable Pipeline named(String name) {
        return names().contains(name) ? shipped(name) : null;
    }

    /** The shipped pipelines that let events of other sources meet rules: Security 4688, Linux audit and the like. */
    public static List<Pipeline> forms() {
        return Shipped.FORMS;
    }

    /** Read once. */
    private static final class Shipped {
        static final List<Pipeline> FORMS =
                Pipeline.FORMS.stream().map(Pipeline::shipped).toList();
    }

    private static Pipeline shipped(String name) {
        String file = name + SUFFIX;
        try (InputStream in = Pipeline.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the shipped pipeline " + file + " is not on the class path");
            }
            return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public String name() {
        return processing.name();
    }

    /** Lower ones are applied first. */
    public int priority() {
        return processing.priority();
    }

    /** What was read and will not be done, with the reason: queries are nothing to a matching engine. */
    public List<String> notes() {
        return processing.notes();
    }

    ProcessingPipeline processing() {
        return processing;
    }

    @Override
    public String toString() {
        return name();
    }
}
