package io.acso.edge.api.rest;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Item;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Requests that hold only for what the caller has read: ETag and If-Match. */
final class Conditional {

    private static final int LENGTH = 16;

    private Conditional() {}

    /** The ETag of a record as it is now: its version. */
    static String etag(Item item) {
        return "\"" + item.version() + "\"";
    }

    /** The ETag of what has no version of its own: its content. */
    static String etag(Object body) {
        return "\"" + Digest.of(Json.bytes(body)).hex().substring(0, LENGTH) + "\"";
    }

    /** Refuses with 412 what was meant for another version; without a condition nothing is refused. */
    static void require(@Nullable String ifMatch, Item item, String what) {
        require(ifMatch, etag(item), what);
    }

    /** The same, by the ETag of what there is now. */
    static void require(@Nullable String ifMatch, String etag, String what) {
        if (ifMatch != null
                && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(fits(etag))) {
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
