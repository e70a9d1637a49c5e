package io.acso.core.playbook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One command of a step, as the document writes it: variables are not yet replaced. */
public sealed interface CommandData {

    String AGENT_TASK = "x-acso-task";
    String GATED_ACTION = "x-acso-action";
    String MANUAL = "manual";

    /** Bare names of the variables that it needs. */
    Set<String> variables();

    /** Work for one of our agents: our extension, or CACAO's sigma. */
    record AgentTask(String agent, String kind, ObjectNode arguments) implements CommandData {
        @Override
        public Set<String> variables() {
            return Bindings.references(arguments);
        }
    }

    /**
     * An effect that passes the gate, once for each element of {@code target}: our extension, or one of CACAO's commands
     * that act on the outside, on one of the step's targets.
     */
    record GatedAction(
            String agent,
            String kind,
            String targetType,
            Template scope,
            Template target,
            Map<String, Template> arguments)
            implements CommandData {
        @Override
        public Set<String> variables() {
            Set<String> names = new LinkedHashSet<>(scope.variables());
            names.addAll(target.variables());
            arguments.values().forEach(argument -> names.addAll(argument.variables()));
            return names;
        }
    }

    /** CACAO's manual command: a person does it and answers. */
    record Manual(String text) implements CommandData {
        @Override
        public Set<String> variables() {
            return Bindings.references(text);
        }
    }

    /**
     * All that a playbook-action step does.
     *
     * @param version null for the one there is
     * @param inputs bare names of the variables that are handed over
     */
    record SubPlaybook(String playbookId, @Nullable String version, List<String> inputs) implements CommandData {
        @Override
        public Set<String> variables() {
            return Set.of();
        }
    }

    /** A command that is kept, but not carried out: its playbook cannot run here. */
    record Other(String type, String refusal) implements CommandData {
        @Override
        public Set<String> variables() {
            return Set.of();
        }
    }
}
