package io.acso.crash;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Ticket;
import io.acso.core.playbook.HistoryEntry;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Query;
import io.acso.platform.ledger.LedgerEntry;
import io.acso.platform.ledger.LedgerVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is left in a data directory when its process has ended, read from outside.
 *
 * @param story the execution's history without its times, sorted: what runs side by side has no order
 * @param unreadable hashes of evidence or reports whose object is not there or not what it was
 */
record Outcome(
        List<Incident> incidents,
        ExecutionRecord execution,
        List<String> story,
        List<ActionResult> actions,
        List<Evidence> evidence,
        Optional<Ticket> ticket,
        boolean reported,
        List<String> unreadable,
        List<LedgerEntry> leaves,
        LedgerVerification ledger,
        boolean idle,
        long deadLetters) {

    private static final int MOST = 1_000;

    static Outcome of(Path directory) throws IOException {
        try (Platform platform = Platform.open(directory)) {
            Casebook casebook = platform.casebook();
            List<Incident> incidents = casebook.incidents(MOST, null).items();
            List<ExecutionRecord> executions = casebook.executions(MOST, null).items();
            if (executions.size() != 1) {
                throw new AssertionError("one execution is expected, not " + executions);
            }
            String incident = incidents.getFirst().id();
            platform.ledger().export(directory.resolve("ledger"));
            List<Evidence> evidence = casebook.evidence(incident);
            return new Outcome(
                    incidents,
                    executions.getFirst(),
                    story(platform, executions.getFirst().id()),
                    casebook.actions(executions.getFirst().id()),
                    evidence,
                    casebook.ticket(incident).map(held -> held.value()),
                    casebook.report(incident).isPresent(),
                    evidence.stream()
                            .map(Evidence::content)
                            .filter(hash -> platform.objects().get(hash).isEmpty())
                            .map(hash -> hash.hex())
                            .toList(),
                    platform.durability().leaves(0, MOST).stream()
                            .map(leaf -> Json.read(leaf.entry(), LedgerEntry.class))
                            .toList(),
                    LedgerVerification.verify(directory.resolve("ledger"), Optional.empty()),
                    platform.idle(),
                    platform.deadLetters());
        }
    }

    private static List<String> story(Platform platform, String execution) {
        Query history =
                Query.partition(CaseKeys.execution(execution).partition()).prefix("history#");
        return platform.durability().records().all(history, MOST).stream()
                .map(item -> item.as(HistoryEntry.class))
                .map(entry -> entry.stepId() + ": " + entry.what())
                .sorted()
                .toList();
    }

    /** The leaves of a kind. */
    List<LedgerEntry> leaves(String kind) {
        return leaves.stream().filter(leaf -> leaf.kind().equals(kind)).toList();
    }

    /** The kinds of all leaves but the intents, of which a cut attempt leaves one more, sorted. */
    List<String> leafKinds() {
        return leaves.stream()
                .map(LedgerEntry::kind)
                .filter(kind -> !kind.equals("EffectIntended"))
                .sorted()
                .toList();
    }
}
