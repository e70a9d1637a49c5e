package io.acso.core.playbook;

import io.acso.domain.kernel.Digest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
 * @param approval how people are asked, where a step does not say otherwise
 * @param refusals why it cannot run here although it is valid CACAO, each with its place and the cure
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
        @Nullable ApprovalTerms approval,
        List<Problem> refusals,
        Digest hash) {

    public Playbook {
        types = List.copyOf(types);
        labels = List.copyOf(labels);
        variables = inOrder(variables);
        steps = inOrder(steps);
        refusals = List.copyOf(refusals);
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

    /** How people are asked about a step: by its own terms, else by the playbook's; empty when neither sets any. */
    public Optional<ApprovalTerms> approvalTerms(Step step) {
        return step.basics().policy().approvalTerms().or(() -> Optional.ofNullable(approval));
    }

    /** Which variables hold, seen from a step, what the document itself says: its constants. */
    Predicate<String> authored(Step step) {
        return name -> {
            Variable own = step.basics().variables().get(name);
            Variable variable = own != null ? own : variables.get(name);
            return variable != null && variable.constant() && !variable.external();
        };
    }
}
