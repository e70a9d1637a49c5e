package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import java.util.Map;

/**
 * An effect on the outside world, fully described: the same action always means the same calls.
 *
 * @param kind what is done, named after the connector: {@code aws.iam.deactivate-access-key}
 * @param arguments everything else the calls depend on
 */
public record Action(String kind, Target target, Map<String, String> arguments) {

    public Action {
        arguments = Map.copyOf(arguments);
    }

    /** Binds approvals to exactly this action. */
    public Digest hash() {
        return Json.hash(this);
    }
}
