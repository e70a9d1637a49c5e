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
     * @param policy what our extension says, or the defaults
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
            @Nullable String onFailure,
            StepPolicy policy) {

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

    /** A step with commands, carried out one after the other. */
    sealed interface Work extends Step {
        List<CommandData> commands();

        /** Bare names of the variables that it is given, as in {@code outArgs}, which its outputs may set. */
        List<String> inArgs();

        List<String> outArgs();
    }

    /**
     * Commands for one agent.
     *
     * @param agent id of an agent definition
     * @param commands a command of CACAO's once for each of the targets
     */
    record ActionStep(
            Basics basics,
            List<CommandData> commands,
            String agent,
            List<String> targets,
            List<String> inArgs,
            List<String> outArgs)
            implements Work {}

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

    /**
     * @param variable what decides, as written
     * @param cases by value, with {@code default}
     */
    record SwitchStep(Basics basics, Template variable, Map<String, String> cases) implements Step {

        public static final String DEFAULT = "default";

        @Override
        public Map<String, String> branches() {
            Map<String, String> branches = new LinkedHashMap<>();
            cases.forEach((value, id) ->
                    branches.put("/cases/" + value.replace("~", "~0").replace("/", "~1"), id));
            return branches;
        }
    }

    /** Runs another playbook and waits for its end. */
    record PlaybookStep(Basics basics, CommandData.SubPlaybook playbook, List<String> inArgs, List<String> outArgs)
            implements Work {
        @Override
        public List<CommandData> commands() {
            return List.of(playbook);
        }
    }
}
