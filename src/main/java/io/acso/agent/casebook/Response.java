package io.acso.agent.casebook;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the response to an incident is; written by the supervisor.
 *
 * @param revision counts the assessments: an answer to an older one is out of date
 * @param playbookId the playbook chosen; null before
 * @param variables what the playbook was given
 * @param executionId the execution under way or ended; null before
 * @param approvalId the question to a person; null when there was none
 * @param covered targets that ended executions have dealt with
 */
public record Response(
        String incidentId,
        int revision,
        Stage stage,
        @Nullable String playbookId,
        SortedMap<String, List<String>> variables,
        @Nullable String executionId,
        @Nullable String approvalId,
        List<String> covered,
        Instant updated) {

    /** The stages in order; each can be left for the first when the incident grows. */
    public enum Stage {
        INVESTIGATING,
        PLANNING,
        AWAITING_APPROVAL,
        EXECUTING,
        ENDED
    }

    public Response {
        variables = new TreeMap<>(variables);
        covered = List.copyOf(covered);
    }

    public static Response begin(String incidentId, Instant now) {
        return new Response(incidentId, 1, Stage.INVESTIGATING, null, new TreeMap<>(), null, null, List.of(), now);
    }

    /** Another look, because the incident grew; what is chosen stands until a better choice replaces it. */
    public Response again(Instant now) {
        Stage next = stage == Stage.ENDED ? Stage.INVESTIGATING : stage;
        return new Response(
                incidentId, revision + 1, next, playbookId, variables, executionId, approvalId, covered, now);
    }

    public Response plan(String playbook, SortedMap<String, List<String>> given, String execution, Instant now) {
        return new Response(incidentId, revision, Stage.PLANNING, playbook, given, execution, null, covered, now);
    }

    public Response awaiting(String approval, Instant now) {
        return new Response(
                incidentId,
                revision,
                Stage.AWAITING_APPROVAL,
                playbookId,
                variables,
                executionId,
                approval,
                covered,
                now);
    }

    public Response executing(Instant now) {
        return new Response(
                incidentId, revision, Stage.EXECUTING, playbookId, variables, executionId, approvalId, covered, now);
    }

    /** The execution ended; these targets need no further response. */
    public Response ended(List<String> dealtWith, Instant now) {
        return new Response(
                incidentId, revision, Stage.ENDED, playbookId, variables, executionId, approvalId, dealtWith, now);
    }
}
