package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Makes what shows a secret in its answer, and only there. The answer is not kept to be given again: a repetition under
 * the same Idempotency-Key makes nothing and is told where to look.
 */
@Component
final class ShownOnce {

    private final Durability durability;
    private final Idempotency idempotency;

    ShownOnce(Durability durability, Idempotency idempotency) {
        this.durability = durability;
        this.idempotency = idempotency;
    }

    /**
     * Makes it, unless a request under this key has.
     *
     * @param key the Idempotency-Key, or null
     * @param what names the request, wish and all
     * @param listed the path of the list that has what was made
     */
    <T> T make(Principal by, @Nullable String key, String what, String listed, Supplier<T> making) {
        Idempotency.Ask ask = new Idempotency.Ask(by, key, what);
        if (idempotency.recall(ask).isPresent()) {
            throw shown(listed);
        }
        Optional<Item> claim = idempotency.remember(ask, HttpStatus.CONFLICT.value(), listed, Json.object());
        claim.ifPresent(item -> claim(item, listed));
        try {
            return making.get();
        } catch (ErrorResponseException refused) {
            // Nothing was made: the key is free for the same request, mended.
            claim.ifPresent(item -> durability.commit(Commit.builder()
                    .add(new Commit.Delete(item.key(), Commit.Expect.ANYTHING))
                    .build()));
            throw refused;
        }
    }

    private void claim(Item item, String listed) {
        try {
            durability.commit(Commit.builder()
                    .add(new Commit.Put(item, Commit.Expect.ABSENT))
                    .build());
        } catch (CommitConflict overtaken) {
            throw shown(listed);
        }
    }

    private static ErrorResponseException shown(String listed) {
        ProblemDetail problem = Problems.detail(
                HttpStatus.CONFLICT,
                "shown-once",
                "a request with this Idempotency-Key has made it, and its secret was in that answer only: GET " + listed
                        + " shows what there is; if the answer was lost, take that back and make another");
        problem.setProperty("location", URI.create(listed));
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }
}
