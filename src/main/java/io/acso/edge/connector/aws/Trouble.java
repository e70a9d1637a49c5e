package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Effect;
import io.acso.platform.aws.AddressRefused;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean for an effect, in words for a responder. */
final class Trouble {

    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "AuthFailure",
            "OptInRequired",
            "InvalidClientTokenId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "RequestExpired",
            "UnrecognizedClientException",
            "MissingAuthenticationToken");

    /** States that pass, or that a second look takes care of. */
    private static final Set<String> PASSING = Set.of(
            "IncorrectInstanceState",
            "InvalidGroup.Duplicate",
            "ConcurrentModification",
            "EntityTemporarilyUnmodifiable",
            "RequestLimitExceeded",
            "SnapshotCreationPerVolumeRateExceeded",
            "ConcurrentSnapshotLimitExceeded");

    private Trouble() {}

    static Effect effect(SdkException trouble, Attempt attempt) {
        String words = words(trouble) + after(attempt);
        if (trouble instanceof AwsServiceException answer) {
            return answered(answer, words);
        }
        if (causedBy(trouble, AddressRefused.class)) {
            return new Effect.Refused(words);
        }
        if (attempt.changing() && !neverConnected(trouble)) {
            return new Effect.Unknown("The answer was lost, so it may have happened: " + words);
        }
        return new Effect.Failed(words, true);
    }

    static String words(SdkException trouble) {
        if (!(trouble instanceof AwsServiceException answer)) {
            return "AWS could not be reached: " + trouble.getMessage();
        }
        String said = code(answer) + ", " + message(answer);
        if (denied(answer)) {
            return "AWS said no (" + said + "): let the connector's identity make this call";
        }
        if (absent(answer)) {
            return "AWS does not know the target (" + said + "): it was deleted, or id, region or account are wrong";
        }
        if (passes(answer)) {
            return "AWS cannot do it now (" + said + "): try again later";
        }
        return "AWS did not accept the call (" + said + ")";
    }

    static boolean absent(AwsServiceException answer) {
        String code = code(answer);
        return code.startsWith("NoSuch") || code.endsWith("NotFound") || code.endsWith(".Malformed");
    }

    private static Effect answered(AwsServiceException answer, String words) {
        return denied(answer) ? new Effect.Refused(words) : new Effect.Failed(words, passes(answer));
    }

    private static boolean denied(AwsServiceException answer) {
        return DENIED.contains(code(answer)) || answer.statusCode() == 401;
    }

    private static boolean passes(AwsServiceException answer) {
        return answer.isThrottlingException() || answer.statusCode() >= 500 || PASSING.contains(code(answer));
    }

    private static String code(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null ? "HTTP " + answer.statusCode() : details.errorCode();
    }

    private static String message(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.errorMessage() == null ? "without a message" : details.errorMessage();
    }

    private static boolean neverConnected(Throwable trouble) {
        return Stream.of(
                        ConnectException.class,
                        UnknownHostException.class,
                        NoRouteToHostException.class,
                        SSLHandshakeException.class)
                .anyMatch(kind -> causedBy(trouble, kind));
    }

    private static boolean causedBy(Throwable trouble, Class<? extends Throwable> kind) {
        return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause).anyMatch(kind::isInstance);
    }

    private static String after(Attempt attempt) {
        return attempt.answered().isEmpty() ? "" : ", after " + String.join(", ", attempt.answered()) + " took effect";
    }
}
