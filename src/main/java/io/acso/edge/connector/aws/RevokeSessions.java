package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.domain.kernel.Digest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Forbids everything to sessions whose token was issued before the argument {@code issuedBefore}, an ISO 8601 instant.
 * Later sessions and long-term keys go on. Needs the argument {@code incident} too.
 */
final class RevokeSessions implements PolicyPair.Restriction {

    private static final String DOCUMENT = """
            {"Version":"2012-10-17","Statement":[{"Sid":"AcsoRevokeOlderSessions","Effect":"Deny","Action":"*",\
            "Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"%s"}}}]}""";

    @Override
    public String on() {
        return "aws.iam.revoke-sessions";
    }

    @Override
    public String off() {
        return "aws.iam.restore-sessions";
    }

    @Override
    public String policyName(Action action) {
        return Digest.id("AcsoRevokeOlderSessions", Aws.argument(action, "incident"), issuedBefore(action));
    }

    @Override
    public String document(Action action) {
        return DOCUMENT.formatted(issuedBefore(action));
    }

    @Override
    public String summary(IamPrincipal principal, Action action) {
        return "Sessions of %s that began before %s may do nothing any more; later ones go on."
                .formatted(principal, issuedBefore(action));
    }

    /** To the second, rounded up: IAM compares no finer, and no session of that second may slip through. */
    private static String issuedBefore(Action action) {
        String given = Aws.argument(action, "issuedBefore");
        try {
            Instant exact = Instant.parse(given);
            Instant second = exact.truncatedTo(ChronoUnit.SECONDS);
            return (second.equals(exact) ? second : second.plusSeconds(1)).toString();
        } catch (DateTimeParseException bad) {
            throw new ActionInvalid("the argument 'issuedBefore' is an instant such as 2026-05-04T10:15:30Z, not '"
                    + given + "': " + bad.getMessage());
        }
    }
}
