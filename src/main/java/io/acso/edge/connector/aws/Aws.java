package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How actions on AWS name their targets and arguments. */
final class Aws {

    private static final Pattern SCOPE = Pattern.compile("aws:(\\d{12})");

    private Aws() {}

    /** The twelve digits of the scope {@code aws:123456789012}. */
    static String account(Target target) {
        Matcher scope = SCOPE.matcher(target.scope());
        if (!scope.matches()) {
            throw new ActionInvalid(
                    "the target's scope is 'aws:' and a twelve-digit account id, not '" + target.scope() + "'");
        }
        return scope.group(1);
    }

    static String argument(Action action, String name) {
        String value = action.arguments().get(name);
        if (value == null || value.isBlank()) {
            throw new ActionInvalid(action.kind() + " needs the argument '" + name + "'");
        }
        return value;
    }

    static void requireType(Action action, String type) {
        if (!action.target().type().equals(type)) {
            throw new ActionInvalid(action.kind() + " acts on a target of type " + type + ", not "
                    + action.target().type());
        }
    }
}
