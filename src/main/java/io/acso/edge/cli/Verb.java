package io.acso.edge.cli;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: where they write, and that they can write JSON. */
abstract class Verb implements Callable<Integer> {

    static final int DONE = 0;
    static final int CHECK_FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Writes JSON for programs instead of text for people.")
    private boolean json;

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return new VisibleOutput(spec.commandLine().getOut());
    }

    PrintWriter err() {
        return new VisibleOutput(spec.commandLine().getErr());
    }

    /** Where progress is told in colours, by what lets no text from outside do so: beside JSON, which is the output. */
    PrintWriter canvas() {
        return json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    }

    Terminal terminal() {
        return ((Acso) spec.root().userObject()).terminal();
    }

    /** One JSON document, on one line. */
    void print(Object document) {
        out().println(Json.text(document));
        out().flush();
    }

    /** One line, whatever text from outside stands in it. */
    void say(String line) {
        show(Visible.line(line));
    }

    /** A document of many lines, as it is. */
    void show(String document) {
        out().println(document);
        out().flush();
    }

    /** Progress and warnings, beside the output. */
    void note(String line) {
        err().println("acso: " + line);
        err().flush();
    }

    static String read(Path file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A file, or standard input for {@code -}. */
    static InputStream open(Path file) throws IOException {
        return file.toString().equals("-") ? System.in : Files.newInputStream(file);
    }

    static BadInput unreadable(Path file, IOException e) {
        String why = e instanceof NoSuchFileException ? "there is no such file" : "cannot be read (" + e + ")";
        return new BadInput(file + ": " + why, e);
    }
}
