package io.acso.crash;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.Page;
import io.acso.platform.ledger.LedgerEntry;
import io.acso.platform.ledger.LedgerVerification;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left when all that was killed has come to its end, read from outside, and what is wrong with it.
 *
 * @param effects carry-outs that changed something at the recorder, by repeat safety
 * @param repeated of those, how many had been done before
 * @param violations each a promise that was broken; empty when all held
 */
record LoadOutcome(
        List<ExecutionRecord> executions,
        Map<RepeatSafety, Integer> effects,
        Map<RepeatSafety, Long> repeated,
        int leaves,
        List<String> violations) {

    private static final int PAGE = 500;

    static LoadOutcome of(CrashLoad load) throws IOException {
        Map<RepeatSafety, Integer> effects = new EnumMap<>(RepeatSafety.class);
        Map<RepeatSafety, Long> repeated = new EnumMap<>(RepeatSafety.class);
        for (RepeatSafety safety : RepeatSafety.values()) {
            List<String> done = load.recorder.done(safety);
            effects.put(safety, done.size());
            repeated.put(safety, done.size() - done.stream().distinct().count());
        }
        Instant opened = Instant.now();
        try (Platform platform = Platform.open(load.directory)) {
            List<ExecutionRecord> executions = pages(
                            cursor -> platform.casebook().executions(PAGE, cursor))
                    .toList();
            List<LedgerEntry> leaves = leaves(platform);
            List<String> violations = new ArrayList<>();
            events(platform, load.accepted, violations);
            executions(platform, executions, load.recorder, violations);
            effects(load.recorder, leaves, violations);
            queues(platform, opened, violations);
            platform.ledger().export(load.directory.resolve("ledger"));
            var ledger = LedgerVerification.verify(load.directory.resolve("ledger"), Optional.empty());
            expect(ledger instanceof LedgerVerification.Verified, "the ledger does not verify: " + ledger, violations);
            return new LoadOutcome(executions, effects, repeated, leaves.size(), violations);
        }
    }

    /** Each event that was acknowledged is a finding, in one incident, which has come to its end. */
    private static void events(Platform platform, Collection<Integer> accepted, List<String> violations) {
        Map<String, Incident> byId = LoadSubject.incidents(platform)
                .collect(Collectors.toMap(Incident::id, Function.identity(), (one, other) -> one));
        Map<String, String> placed = new HashMap<>();
        pages(cursor -> platform.casebook().findings(PAGE, cursor))
                .forEach(finding -> user(finding)
                        .ifPresent(user -> placed.put(
                                user, platform.casebook().placed(finding.id()).orElse("nowhere"))));
        for (int number : accepted) {
            Incident incident = byId.get(placed.getOrDefault(LoadSubject.user(number), "not found"));
            expect(incident != null, "what was accepted as " + number + " is in no incident", violations);
            expect(incident == null || LoadSubject.over(incident), "incident of " + number + " has no end", violations);
        }
    }

    private static Optional<String> user(Finding finding) {
        return finding.entities().stream()
                .map(entity -> entity.value())
                .filter(value -> value.contains(":user/thief-"))
                .map(value -> value.substring(value.lastIndexOf('/') + 1))
                .findFirst();
    }

    /** Each ended; what it says took was done outside; it is in doubt only about what nothing makes safe. */
    private static void executions(
            Platform platform, List<ExecutionRecord> executions, Recorder recorder, List<String> violations) {
        Casebook casebook = platform.casebook();
        for (ExecutionRecord execution : executions) {
            String name = execution.playbookName() + " " + execution.id();
            expect(execution.ended() != null, name + " has no end but is " + execution.status(), violations);
            Set<String> known = Set.of("COMPLETED", "UNCERTAIN", ExecutionRecord.SUPERSEDED);
            expect(known.contains(execution.status()), name + " ended " + execution.status(), violations);
            for (ActionResult result : casebook.actions(execution.id())) {
                String action = result.action().kind() + " of " + name;
                boolean doubtful = result.action().kind().equals(RecorderActuator.kind(RepeatSafety.NONE));
                expect(result.took() || doubtful, action + " came to " + result.outcome(), violations);
                RepeatSafety safety = safety(result);
                boolean seen = recorder.timesDone(safety, result.action().hash().hex()) > 0;
                expect(!result.took() || seen, action + " took, but nothing was seen of it outside", violations);
            }
        }
    }

    private static RepeatSafety safety(ActionResult result) {
        return Stream.of(RepeatSafety.values())
                .filter(safety ->
                        RecorderActuator.kind(safety).equals(result.action().kind()))
                .findFirst()
                .orElseThrow();
    }

    /** No effect that is not natural to repeat happened twice, and each intent has its end in the ledger. */
    private static void effects(Recorder recorder, List<LedgerEntry> leaves, List<String> violations) {
        for (RepeatSafety safety : List.of(RepeatSafety.KEYED, RepeatSafety.CHECKABLE)) {
            expect(unique(recorder.done(safety)), safety + " effects happened twice", violations);
        }
        expect(unique(recorder.asked(RepeatSafety.NONE)), "what nothing makes safe was asked for twice", violations);
        Set<String> intended = subjects(leaves, "EffectIntended");
        Set<String> ended = subjects(leaves, "EffectCarriedOut");
        ended.addAll(subjects(leaves, "EffectUncertain"));
        expect(intended.equals(ended), "intents and ends in the ledger differ", violations);
        expect(
                subjects(leaves, "ExecutionBegan").equals(subjects(leaves, "ExecutionEnded")),
                "executions that began and that ended in the ledger differ",
                violations);
    }

    private static void queues(Platform platform, Instant opened, List<String> violations) {
        expect(platform.idle() || platform.idleBefore(opened), "messages are left in the queues", violations);
        for (String queue : platform.durability().queues()) {
            platform.durability()
                    .queue(queue)
                    .deadLetters(PAGE, null)
                    .items()
                    .forEach(letter -> violations.add(
                            "dead letter in " + queue + ": " + letter.message().body() + " because " + letter.cause()));
        }
    }

    private static Set<String> subjects(List<LedgerEntry> leaves, String kind) {
        return leaves.stream()
                .filter(leaf -> leaf.kind().equals(kind))
                .map(LedgerEntry::subject)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean unique(List<String> keys) {
        return keys.size() == Set.copyOf(keys).size();
    }

    private static List<LedgerEntry> leaves(Platform platform) {
        List<LedgerEntry> all = new ArrayList<>();
        List<LedgerLeaf> some;
        do {
            some = platform.durability().leaves(all.size(), PAGE);
            some.forEach(leaf -> all.add(Json.read(leaf.entry(), LedgerEntry.class)));
        } while (!some.isEmpty());
        return all;
    }

    static <T> Stream<T> pages(Function<@Nullable String, Page<T>> read) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = read.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all.stream();
    }

    private static void expect(boolean holds, String otherwise, List<String> violations) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
