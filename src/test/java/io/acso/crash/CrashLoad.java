package io.acso.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Many incidents handled at once by processes that are killed at moments chosen by lot and started again on the same
 * directory. Incidents are numbers; one counts as accepted when a process said so, and is sent again until then.
 */
final class CrashLoad implements Recorder.Watch, AutoCloseable {

    private static final int AT_ONCE = 6;
    private static final int LONGEST_SECONDS = 180;
    private static final int KILLED = 137;
    /** A kill comes after so many moments at the most, and some milliseconds later. */
    private static final int MOST_MOMENTS = 120;

    private static final int MOST_MILLIS = 25;

    final Path directory;
    final Recorder recorder;
    /** What was last seen before a kill, and how often. */
    final SortedMap<String, Integer> boundaries = new TreeMap<>();

    final Set<Integer> accepted = new TreeSet<>();
    int kills;

    private final Random random;
    private final int wanted;
    private final Set<String> ended = new HashSet<>();
    private int sent;
    private int starts;
    private int countdown;
    private long delay;
    private boolean killed;
    private String last = "";
    private @Nullable Process process;
    private @Nullable OutputStream orders;

    CrashLoad(Path directory, int kills, long seed) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.wanted = kills;
        this.random = new Random(seed);
        this.recorder = new Recorder(this);
    }

    /** Kills as often as wanted, then lets what was begun come to its end. */
    CrashLoad play() throws IOException, InterruptedException {
        int exit = KILLED;
        while (exit == KILLED) {
            exit = once();
        }
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
                LoadSubject.class,
                directory.resolve("errors.txt"),
                directory.toString(),
                recorder.address().toString());
        int start = begin(child);
        Thread reader = Thread.ofVirtual().start(() -> read(child, start));
        if (!child.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly().waitFor();
            throw new AssertionError("no end in %d s after %d kills, accepted %d, ended %d: %s"
                    .formatted(LONGEST_SECONDS, kills, accepted.size(), ended.size(), errors()));
        }
        reader.join();
        return child.exitValue();
    }

    private synchronized int begin(Process child) throws IOException {
        process = child;
        orders = child.getOutputStream();
        killed = false;
        last = "started";
        countdown = 1 + random.nextInt(MOST_MOMENTS);
        delay = random.nextInt(MOST_MILLIS);
        for (int number = 0; number < sent; number++) {
            if (!accepted.contains(number)) {
                order(number);
            }
        }
        starts++;
        feed();
        return starts;
    }

    /** Keeps some incidents under way; with no kill to come, nothing more is sent. */
    private void feed() throws IOException {
        if (kills == wanted) {
            orders.close();
            return;
        }
        while (sent - ended.size() < AT_ONCE) {
            order(sent++);
        }
    }

    private void order(int number) throws IOException {
        orders.write((number + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    private void read(Process child, int start) {
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line.split("\t", 3), start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void hear(String[] fact, int start) {
        switch (fact[0]) {
            case "accepted" -> accepted.add(Integer.parseInt(fact[1]));
            case "ended", "IncidentResolved", "IncidentNoted" -> ended.add(fact[1]);
            default -> {}
        }
        if (!fact[0].equals("ended") && alive(start, fact[0])) {
            try {
                feed();
            } catch (IOException e) {
                killed = true;
            }
        }
    }

    @Override
    public synchronized int start() {
        return starts;
    }

    @Override
    public synchronized boolean alive(int start, String moment) {
        if (start != starts || killed) {
            return false;
        }
        last = moment;
        if (kills < wanted && --countdown == 0) {
            Executor later = CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS);
            if (delay < 5) {
                kill(start);
                return false;
            }
            later.execute(() -> kill(start));
        }
        return true;
    }

    private synchronized void kill(int start) {
        if (start == starts && !killed) {
            killed = true;
            kills++;
            boundaries.merge(last, 1, Integer::sum);
            process.toHandle().destroyForcibly();
        }
    }

    @Override
    public void close() {
        recorder.close();
    }
}
