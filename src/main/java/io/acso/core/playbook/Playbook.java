package io.acso.core.playbook;

import io.acso.domain.kernel.Digest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CACAO 2.0 playbook that passed {@link PlaybookCheck}: all references lead somewhere and nothing runs in a circle.
 *
 * @param types what it is for, of CACAO's playbook types: {@code mitigation}, {@code investigation}, …
 * @param severity CACAO's 0 to 100, 0 when it is not stated
 * @param priority CACAO's 0 to 100, 1 the highest, 0 when it is not stated
 * @param variables by bare name
 * @param start id of the start step
 * @param exception id of the step that a failure nobody handles leads to
 * @param agents definitions by id, as are {@code targets}
 * @param fit which incidents it is for; absent in a playbook that does not say
 * @param hash of the document's text: an execution runs exactly the version it began with
 */
public record Playbook(
        String id,
        String name,
        String description,
        List<String> types,
        List<String> labels,
        int severity,
        int priority,
        Map<String, Variable> variables,
        String start,
        @Nullable String exception,
        Map<String, Step> steps,
        Map<String, Party> agents,
        Map<String, Party> targets,
        @Nullable Fit fit,
        Digest hash) {

    /**
     * An agent or target of CACAO.
     *
     * @param type of CACAO's vocabulary, {@code security-category} for an agent of ours
     */
    public record Party(String id, String type, String name) {}

    public Playbook {
        types = List.copyOf(types);
        labels = List.copyOf(labels);
        variables = inOrder(variables);
        steps = inOrder(steps);
        agents = inOrder(agents);
        targets = inOrder(targets);
    }

    /** As the document has it, so that problems and plans come in the order of the document. */
    private static <T> Map<String, T> inOrder(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public Optional<Fit> fits() {
        return Optional.ofNullable(fit);
    }

    /** @throws IllegalArgumentException when there is no such step, which the check rules out for references within */
    public Step step(String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("playbook " + this.id + " has no step " + id);
        }
        return step;
    }

    /** The name of the agent that carries a step out. */
    String agentOf(Step.ActionStep step) {
        Party agent = agents.get(step.agent());
        return agent == null ? step.agent() : agent.name();
    }

    /** Why it cannot run here although it is valid CACAO: each step of a kind that is not carried out. */
    public List<Problem> refusals() {
        return steps.values().stream()
                .filter(step -> step instanceof Step.WhileStep
                        || step instanceof Step.SwitchStep
                        || step instanceof Step.PlaybookStep)
                .map(Step::basics)
                .map(step -> new Problem(
                        "/workflow/" + step.id(),
                        step.type() + " steps are not supported yet: "
                                + "write it with action, if-condition and parallel steps"))
                .toList();
    }
}
