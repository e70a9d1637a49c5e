package io.acso.edge.api.rest;

import io.acso.agent.casebook.Held;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Requests that hold only for what the caller has read: ETag and If-Match. */
final class Conditional {

    private Conditional() {}

    /** The ETag of a record as it is now: its version. */
    static String etag(Held<?> held) {
        return "\"" + held.item().version() + "\"";
    }

    /** Refuses with 412 what was meant for another version; without a condition nothing is refused. */
    static void require(@Nullable String ifMatch, Held<?> held, String what) {
        if (ifMatch != null && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(fits(etag(held)))) {
            throw Problems.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "changed-meanwhile",
                    "the " + what + " has changed since you read it: read it again and decide anew");
        }
    }

    private static Predicate<String> fits(String etag) {
        return given -> given.equals("*") || given.equals(etag);
    }
}
