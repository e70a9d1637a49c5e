package io.acso.core.playbook;

import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All playbooks of one content snapshot. All or nothing: one that cannot run refuses the whole.
 *
 * @param byId the playbooks by their CACAO id
 */
public record PlaybookLibrary(SortedMap<String, Playbook> byId) {

    /** As {@link #load(Map, Trust, Instant)}, with nobody's signature trusted and none asked for. */
    public static PlaybookLibrary load(Map<String, String> files) {
        return load(files, Trust.NOBODY, Instant.EPOCH);
    }

    /**
     * @param files path to text; files that do not end in {@code .json} are passed over
     * @param now when signatures have to be in force
     * @throws PlaybookInvalid naming each file, pointer and cure
     */
    public static PlaybookLibrary load(Map<String, String> files, Trust trust, Instant now) {
        SortedMap<String, Playbook> byId = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(files).forEach((path, text) -> {
            if (path.endsWith(".json")) {
                note(path, Signatures.problems(text, trust, now), problems);
                load(path, text, problems).ifPresent(playbook -> {
                    if (byId.putIfAbsent(playbook.id(), playbook) != null) {
                        problems.add(new Problem(path + ":/id", "another file has this id: give each its own"));
                    }
                });
            }
        });
        if (!problems.isEmpty()) {
            throw new PlaybookInvalid("", problems);
        }
        return new PlaybookLibrary(byId);
    }

    public Optional<Playbook> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those that say they are for such an incident, the best first: by priority, then by id. */
    public List<Playbook> fitting(Severity severity, Set<String> tactics, Map<String, Value> variables) {
        return byId.values().stream()
                .filter(playbook -> playbook.fits()
                        .filter(fit ->
                                fit.objections(severity, tactics, variables).isEmpty())
                        .isPresent())
                .sorted(Comparator.comparing(PlaybookLibrary::priority)
                        .reversed()
                        .thenComparing(Playbook::id))
                .toList();
    }

    private static int priority(Playbook playbook) {
        return playbook.fits().map(Fit::priority).orElse(0);
    }

    private static Optional<Playbook> load(String path, String text, List<Problem> all) {
        try {
            Playbook playbook = PlaybookCheck.read(text);
            note(path, playbook.refusals(), all);
            return Optional.of(playbook);
        } catch (PlaybookInvalid e) {
            note(path, e.problems(), all);
            return Optional.empty();
        }
    }

    private static void note(String path, List<Problem> problems, List<Problem> all) {
        problems.forEach(problem -> all.add(new Problem(path + ":" + problem.pointer(), problem.message())));
    }
}
