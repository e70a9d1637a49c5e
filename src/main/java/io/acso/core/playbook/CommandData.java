package io.acso.core.playbook;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One command of an action step, as the document writes it: variables are not yet replaced. */
public sealed interface CommandData {

    String AGENT_TASK = "x-acso-task";
    String GATED_ACTION = "x-acso-action";
    String MANUAL = "manual";

    /** Bare names of the variables that it needs. */
    Set<String> variables();

    /** Our extension: work for one of our agents. */
    record AgentTask(String kind, ObjectNode arguments) implements CommandData {
        @Override
        public Set<String> variables() {
            return Bindings.references(arguments);
        }
    }

    /** Our extension: an effect that passes the gate, once for each element of {@code target}. */
    record GatedAction(String kind, String targetType, String scope, String target, Map<String, String> arguments)
            implements CommandData {
        @Override
        public Set<String> variables() {
            return Bindings.references(String.join("\n", scope, target, String.join("\n", arguments.values())));
        }
    }

    /** CACAO's manual command: a person does it and answers. */
    record Manual(String text) implements CommandData {
        @Override
        public Set<String> variables() {
            return Bindings.references(text);
        }
    }

    /** Any other command type: kept, but not carried out. */
    record Other(String type, ObjectNode json) implements CommandData {
        @Override
        public Set<String> variables() {
            return Set.of();
        }

        String refusal() {
            return "commands of type '" + type + "' are not carried out here: use manual, " + AGENT_TASK + " or "
                    + GATED_ACTION;
        }
    }
}
