package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.domain.kernel.Digest;

/** Forbids a user or role everything, whatever else allows it. Needs the argument {@code incident}. */
final class DenyAll implements PolicyPair.Restriction {

    private static final String DOCUMENT = """
            {"Version":"2012-10-17","Statement":[{"Sid":"AcsoDenyAll","Effect":"Deny","Action":"*","Resource":"*"}]}""";

    @Override
    public String on() {
        return "aws.iam.attach-deny-all";
    }

    @Override
    public String off() {
        return "aws.iam.detach-deny-all";
    }

    @Override
    public String policyName(Action action) {
        return Digest.id("AcsoDenyAll", Aws.argument(action, "incident"));
    }

    @Override
    public String document(Action action) {
        return DOCUMENT;
    }

    @Override
    public String summary(IamPrincipal principal, Action action) {
        return "Everything is denied to %s by the inline policy %s.".formatted(principal, policyName(action));
    }
}
