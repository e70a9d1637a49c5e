package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An execution lived through again from what it was given and told, and compared with what is on record.
 *
 * @param state where the facts lead
 * @param history of all of it
 * @param differences from the record, each with its place; empty when it is exactly what the facts lead to
 */
public record Replay(ExecutionState state, List<HistoryEntry> history, List<String> differences) {

    public Replay {
        history = List.copyOf(history);
        differences = List.copyOf(differences);
    }

    /**
     * @param playbook of the version that the record names
     * @param given what the execution began with
     * @param facts all that it was told, in that order; those that changed nothing may be left out
     */
    public static Replay of(Playbook playbook, ExecutionState recorded, Map<String, Value> given, List<Fact> facts) {
        Transition now = Execution.begin(playbook, recorded.executionId(), given, recorded.startedAt());
        List<HistoryEntry> history = new ArrayList<>(now.history());
        for (Fact fact : facts) {
            now = Execution.advance(playbook, now.state(), fact);
            history.addAll(now.history());
        }
        return new Replay(now.state(), history, differences(now.state(), recorded));
    }

    private static List<String> differences(ExecutionState replayed, ExecutionState recorded) {
        List<String> differences = new ArrayList<>();
        compare("status", replayed.status(), recorded.status(), differences);
        compare("why", replayed.why(), recorded.why(), differences);
        compare("endedAt", replayed.endedAt(), recorded.endedAt(), differences);
        compare("compensation", replayed.compensation(), recorded.compensation(), differences);
        compare("variables/", replayed.variables(), recorded.variables(), differences);
        compare("steps/", replayed.steps(), recorded.steps(), differences);
        if (differences.isEmpty() && !replayed.equals(recorded)) {
            differences.add("the rest of the state differs");
        }
        return differences;
    }

    private static void compare(String place, Map<String, ?> one, Map<String, ?> other, List<String> differences) {
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.forEach(name -> compare(place + name, one.get(name), other.get(name), differences));
    }

    private static void compare(
            String place, @Nullable Object replayed, @Nullable Object recorded, List<String> differences) {
        if (!Objects.equals(replayed, recorded)) {
            differences.add(place + ": the facts lead to " + replayed + ", on record is " + recorded);
        }
    }
}
