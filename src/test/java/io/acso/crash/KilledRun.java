package io.acso.crash;

import io.acso.domain.kernel.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One incident from its first event to its end, in processes that are killed at chosen moments and started again on
 * the same directory. A moment is what a process says that it committed, or what reaches the recorder.
 */
final class KilledRun implements Recorder.Watch, AutoCloseable {

    private static final int LONGEST_SECONDS = 60;
    private static final int KILLED = 137;

    final Path directory;
    final Recorder recorder;
    /** Every moment that came to pass, in order. */
    final Set<String> passed = new LinkedHashSet<>();
    /** The moments that a process was killed at, in order. */
    final List<String> killedAt = new ArrayList<>();
    /** Whether a process was killed before the end of the action that nothing makes safe, when the one before it was done. */
    boolean cutUnsafe;

    private final Set<String> armed;
    private final Map<String, String> names;
    private @Nullable Process process;
    private boolean killed;
    private int starts;

    KilledRun(Path directory, Collection<String> moments) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.armed = new LinkedHashSet<>(moments);
        this.names = names();
        this.recorder = new Recorder(this);
    }

    /** Starts the process again and again until it has come to its end by itself. */
    KilledRun play() throws IOException, InterruptedException {
        int exit;
        do {
            exit = once();
        } while (exit == KILLED);
        if (exit != 0) {
            throw new AssertionError("the process failed with " + exit + ": " + errors());
        }
        return this;
    }

    String errors() throws IOException {
        return Files.readString(directory.resolve("errors.txt"));
    }

    private int once() throws IOException, InterruptedException {
        Process child = Children.start(
                CrashSubject.class,
                directory.resolve("errors.txt"),
                directory.toString(),
                recorder.address().toString());
        int start = begin(child);
        Thread reader = Thread.ofVirtual().start(() -> read(child, start));
        if (!child.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly().waitFor();
            throw new AssertionError(
                    "no end in " + LONGEST_SECONDS + " s; killed at " + killedAt + ", passed " + passed + errors());
        }
        reader.join();
        return child.exitValue();
    }

    private synchronized int begin(Process child) {
        process = child;
        killed = false;
        return ++starts;
    }

    private void read(Process child, int start) {
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                alive(start, moment(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized int start() {
        return starts;
    }

    @Override
    public synchronized boolean alive(int start, String moment) {
        if (start != starts) {
            return false;
        }
        passed.add(moment);
        if (killed) {
            return false;
        }
        if (!armed.remove(moment)) {
            return true;
        }
        killed = true;
        killedAt.add(moment);
        cutUnsafe |= passed.contains("answered keyed") && !passed.contains("ended crash.none");
        // The handle's kill, unlike the process's own, leaves what was printed readable.
        process.toHandle().destroyForcibly();
        return false;
    }

    /** A short name for a line: what was committed, and of which step. */
    private String moment(String line) {
        String type = line.substring(0, line.indexOf('\t'));
        JsonNode body = Json.tree(line.substring(line.indexOf('\t') + 1));
        return switch (type) {
            case "TaskDelegated" -> "delegated " + name(body.path("step").asString());
            case "ActionEnded" -> "ended " + body.path("action").path("kind").asString();
            case "ExecutionMoved" ->
                moved(body.path("stepId").asString(), body.path("what").asString());
            default -> type;
        };
    }

    private String moved(String step, String what) {
        if (step.isEmpty()) {
            return "execution over";
        }
        return (what.startsWith("attempt") ? "began " : "left ") + name(step);
    }

    private String name(String step) {
        return names.getOrDefault(step, step);
    }

    private static Map<String, String> names() {
        JsonNode playbook = Json.tree(Platform.crashContent().files().get("playbooks/survive.json"));
        return playbook.path("workflow").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, step -> step.getValue().path("name").asString()));
    }

    @Override
    public void close() {
        recorder.close();
    }
}
