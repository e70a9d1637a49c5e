package io.acso.edge.api.access;

import io.acso.core.autonomy.Assurance;
import io.acso.core.autonomy.Decision;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A caller may not have the platform do that: RFC 9457, {@code not-permitted} or {@code step-up-required}, with the
 * operation and the policies that said so.
 */
public final class NotPermitted extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private NotPermitted(ProblemDetail problem) {
        super(HttpStatus.FORBIDDEN, problem, null);
    }

    static NotPermitted of(String operation, Decision decision) {
        return decision.need() == null
                ? refused(operation, decision.explanation(), decision.policies())
                : stepUp(operation, decision.explanation(), decision.need().assurance());
    }

    static NotPermitted refused(String operation, String why, List<String> policies) {
        ProblemDetail problem = problem("not-permitted", "Not permitted", operation, why);
        problem.setProperty("policies", policies);
        return new NotPermitted(problem);
    }

    /** Who proves anew who they are, by this at least, may. */
    public static NotPermitted stepUp(String operation, String why, Assurance needed) {
        ProblemDetail problem = problem(
                "step-up-required",
                "Step up required",
                operation,
                why + " Prove again who you are, by " + words(needed) + ", and repeat the request.");
        problem.setProperty("needs", needed);
        return new NotPermitted(problem);
    }

    private static ProblemDetail problem(String type, String title, String operation, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail);
        problem.setType(URI.create("urn:acso:problem:" + type));
        problem.setTitle(title);
        problem.setProperty("operation", operation);
        return problem;
    }

    private static String words(Assurance needed) {
        return switch (needed) {
            case TOKEN -> "a token";
            case PASSWORD -> "your password";
            case SECOND_FACTOR -> "the code of your second factor or a passkey";
            case PHISHING_RESISTANT -> "a passkey";
        };
    }
}
