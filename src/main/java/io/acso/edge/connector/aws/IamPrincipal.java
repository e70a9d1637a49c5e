package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user or role that an action's target names by its ARN. */
record IamPrincipal(Kind kind, String name) {

    /** What inline policies can be put on here. */
    enum Kind {
        USER,
        ROLE
    }

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):(user|role)/(?:.*/)?([^/]+)");

    static IamPrincipal of(Action action) {
        String id = action.target().id();
        Matcher arn = ARN.matcher(id);
        if (!arn.matches()) {
            throw new ActionInvalid(action.kind() + " acts on the ARN of an IAM user or role (for an assumed role: the"
                    + " role's), not on '" + id + "'");
        }
        if (!arn.group(1).equals(Aws.account(action.target()))) {
            throw new ActionInvalid("the ARN " + id + " is of another account than the target's scope "
                    + action.target().scope());
        }
        Aws.requireType(action, "aws:iam:" + arn.group(2));
        return new IamPrincipal(arn.group(2).equals("user") ? Kind.USER : Kind.ROLE, arn.group(3));
    }

    @Override
    public String toString() {
        return (kind == Kind.USER ? "user " : "role ") + name;
    }
}
