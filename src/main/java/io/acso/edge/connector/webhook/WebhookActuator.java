package io.acso.edge.connector.webhook;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.edge.connector.webhook.WebhookSettings.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** Posts a JSON body to a configured endpoint. Target: type {@code webhook}, scope {@code acso}, id the name. */
final class WebhookActuator implements Actuator {

    static final String KIND = "notify.webhook";

    private static final String BODY = "body";
    private static final int LARGEST_BODY = 256 * 1024;

    private final WebhookSettings settings;
    private final Delivery delivery;
    private final InstantSource clock;

    WebhookActuator(WebhookSettings settings, Delivery delivery, InstantSource clock) {
        this.settings = settings;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return RepeatSafety.KEYED;
    }

    @Override
    public String party(Action action) {
        return "webhook " + action.target().id();
    }

    @Override
    public DryRun dryRun(Action action) {
        String body = body(action);
        String name = action.target().id();
        String to = endpoint(action).map(known -> known.url().toString()).orElse("(" + cure(name) + ")");
        String hash = Digest.of(body.getBytes(StandardCharsets.UTF_8)).hex();
        return new DryRun(
                action, List.of("POST " + to + " body sha256:" + hash), 1, null, "Notifies " + name + " by webhook.");
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        return authorized.expired(clock.instant()).orElseGet(() -> delivered(authorized));
    }

    private Effect delivered(Authorized authorized) {
        Action action = authorized.action();
        Optional<Endpoint> endpoint = endpoint(action);
        if (endpoint.isEmpty()) {
            return new Effect.NotConfigured(cure(action.target().id()));
        }
        try {
            return delivery.send(endpoint.get(), authorized.idempotencyKey(), body(action));
        } catch (ActionInvalid invalid) {
            return new Effect.Refused(String.valueOf(invalid.getMessage()));
        }
    }

    /** The other side keeps no state that could be looked at. */
    @Override
    public Check check(Action action) {
        return new Check(Check.Verdict.CANNOT_TELL, "a webhook's receiver cannot be asked what it got");
    }

    private Optional<Endpoint> endpoint(Action action) {
        return Optional.ofNullable(settings.endpoints().get(action.target().id()));
    }

    private static String cure(String name) {
        String setting = "acso.webhook.endpoints." + name;
        return "set " + setting + ".url and " + setting + ".secret";
    }

    private static String body(Action action) {
        if (!action.target().type().equals("webhook")) {
            throw new ActionInvalid(KIND + " takes a target of type webhook, not "
                    + action.target().type());
        }
        String body = action.arguments().get(BODY);
        if (body == null || body.length() > LARGEST_BODY) {
            throw new ActionInvalid(
                    KIND + " needs the argument 'body': JSON of at most " + LARGEST_BODY + " characters");
        }
        try {
            Json.tree(body);
        } catch (JacksonException e) {
            throw new ActionInvalid("the argument 'body' of " + KIND + " is not JSON: " + e.getOriginalMessage());
        }
        return body;
    }
}
