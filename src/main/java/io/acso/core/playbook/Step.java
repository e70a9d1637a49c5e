package io.acso.core.playbook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workflow step (CACAO 2.0 §4). Branches of a step end at an end step and return to it. */
public sealed interface Step {

    Basics basics();

    /** The first steps of the branches that it opens, by JSON pointer within the step. */
    default Map<String, String> branches() {
        return Map.of();
    }

    /**
     * What all steps have.
     *
     * @param timeout null leaves the default
     * @param variables the step's own, by bare name; they hide the playbook's
     * @param onFailure null leaves a failure to the step around it, in the end to the workflow's exception step
     */
    record Basics(
            String id,
            String type,
            String name,
            String description,
            Duration delay,
            @Nullable Duration timeout,
            Map<String, Variable> variables,
            @Nullable String onCompletion,
            @Nullable String onSuccess,
            @Nullable String onFailure) {

        @Nullable
        String afterSuccess() {
            return onCompletion != null ? onCompletion : onSuccess;
        }

        /** For people: the name, or the id where there is none. */
        public String title() {
            return name.isEmpty() ? id : name;
        }
    }

    record Start(Basics basics) implements Step {}

    record End(Basics basics) implements Step {}

    /**
     * Commands carried out one after the other by one agent.
     *
     * @param agent id of an agent definition
     * @param inArgs bare names of variables, as in {@code outArgs}, which the outputs may set
     */
    record ActionStep(
            Basics basics,
            List<CommandData> commands,
            String agent,
            List<String> targets,
            List<String> inArgs,
            List<String> outArgs)
            implements Step {}

    record ParallelStep(Basics basics, List<String> nextSteps) implements Step {
        @Override
        public Map<String, String> branches() {
            Map<String, String> branches = new LinkedHashMap<>();
            nextSteps.forEach(id -> branches.put("/next_steps/" + branches.size(), id));
            return branches;
        }
    }

    record IfStep(
            Basics basics,
            Condition condition,
            String onTrue,
            @Nullable String onFalse) implements Step {
        @Override
        public Map<String, String> branches() {
            Map<String, String> branches = new LinkedHashMap<>(Map.of("/on_true", onTrue));
            if (onFalse != null) {
                branches.put("/on_false", onFalse);
            }
            return branches;
        }
    }

    record WhileStep(Basics basics, Condition condition, String onTrue) implements Step {
        @Override
        public Map<String, String> branches() {
            return Map.of("/on_true", onTrue);
        }
    }

    /** @param variable what decides, as written; {@code cases} by value, with {@code default} */
    record SwitchStep(Basics basics, String variable, Map<String, String> cases) implements Step {
        @Override
        public Map<String, String> branches() {
            Map<String, String> branches = new LinkedHashMap<>();
            cases.forEach((value, id) ->
                    branches.put("/cases/" + value.replace("~", "~0").replace("/", "~1"), id));
            return branches;
        }
    }

    /** Runs another playbook. */
    record PlaybookStep(Basics basics, String playbookId, List<String> inArgs, List<String> outArgs) implements Step {}
}
