package io.acso.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.Casebook;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import io.acso.domain.incident.IncidentFact.FindingJoined;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detection that is killed while events stream in finds what it would have found, each thing once. */
class DetectionCrashTest {

    private static final long SEED = Long.getLong("acso.crash.seed", 1);
    private static final int KILLS = 6;
    private static final int MOST = 1_000;
    private static final int LONGEST_SECONDS = 60;
    private static final int KILLED = 137;

    @TempDir
    Path directory;

    /**
     * What is found and where it was placed.
     *
     * @param placed finding to the incident that it became part of
     * @param timelines incident to the findings that its timeline tells of, each as often as it tells
     */
    private record Found(Map<String, String> placed, Map<String, List<String>> timelines) {}

    @Test
    void aRestartNeitherLosesNorRepeatsAFinding() throws Exception {
        Found whole = play(directory.resolve("whole"), List.of());
        assertThat(whole.placed()).hasSizeGreaterThan(100);
        assertThat(whole.timelines()).hasSizeGreaterThan(3);

        Random random = new Random(SEED);
        List<Integer> kills = random.ints(KILLS, 1, whole.placed().size() / 2)
                .sorted()
                .boxed()
                .toList();
        Found pieced = play(directory.resolve("pieced"), kills);

        assertThat(pieced)
                .as("seed %d, killed when so many were found: %s", SEED, kills)
                .isEqualTo(whole);
        assertThat(pieced.timelines().values())
                .allSatisfy(told -> assertThat(told).doesNotHaveDuplicates());
    }

    /** Plays the stream to its end, with a kill each time that so many findings were seen. */
    private static Found play(Path place, List<Integer> kills) throws IOException, InterruptedException {
        Files.createDirectories(place);
        List<Integer> ahead = new ArrayList<>(kills);
        Set<String> seen = new HashSet<>();
        while (once(place, seen, ahead) == KILLED) {
            ahead.removeFirst();
        }
        assertThat(ahead).as("moments to be killed at that never came").isEmpty();
        try (Platform platform = Platform.open(place)) {
            assertThat(platform.deadLetters()).isZero();
            return found(platform.casebook());
        }
    }

    private static int once(Path place, Set<String> seen, List<Integer> ahead)
            throws IOException, InterruptedException {
        Process child = Children.start(DetectionSubject.class, place.resolve("errors.txt"), place.toString());
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("FindingRaised ")) {
                    seen.add(line);
                }
                if (!ahead.isEmpty() && seen.size() >= ahead.getFirst()) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        if (!child.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly();
        }
        int exit = child.waitFor();
        assertThat(exit).as(Files.readString(place.resolve("errors.txt"))).isIn(0, KILLED);
        return exit;
    }

    private static Found found(Casebook casebook) {
        Map<String, String> placed = new TreeMap<>();
        for (Finding finding : casebook.findings(MOST, null).items()) {
            placed.put(finding.id(), casebook.placed(finding.id()).orElse("nowhere"));
        }
        Map<String, List<String>> timelines = new TreeMap<>();
        for (Incident incident : casebook.incidents(MOST, null).items()) {
            timelines.put(incident.id(), joined(casebook.timeline(incident.id())));
        }
        return new Found(placed, timelines);
    }

    private static List<String> joined(List<IncidentFact> timeline) {
        return timeline.stream()
                .filter(FindingJoined.class::isInstance)
                .map(FindingJoined.class::cast)
                .map(FindingJoined::findingId)
                .sorted()
                .toList();
    }
}
