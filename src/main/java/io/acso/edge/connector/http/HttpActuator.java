package io.acso.edge.connector.http;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.edge.connector.command.CommandArguments;
import io.acso.edge.connector.command.Credentials;
import io.acso.edge.connector.command.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends the HTTP and OpenC2 commands of playbooks. Target: type {@code http:api}, scope the host, id its URL. */
final class HttpActuator implements Actuator {

    private final HttpSettings settings;
    private final HttpRequests requests;
    private final Wire wire;
    private final Secrets secrets;
    private final InstantSource clock;

    HttpActuator(HttpSettings settings, Wire wire, Secrets secrets, InstantSource clock) {
        this.settings = settings;
        this.requests = new HttpRequests(settings);
        this.wire = wire;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(HttpRequests.REQUEST, HttpRequests.OPENC2);
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return new CommandArguments(action).repeatSafetyOrNone(HttpRequests.usual(action));
    }

    @Override
    public String party(Action action) {
        return "http " + action.target().scope();
    }

    @Override
    public DryRun dryRun(Action action) {
        CommandArguments arguments = new CommandArguments(action);
        HttpCall call = requests.of(action);
        authorization(call);
        arguments.timeout(settings.timeout());
        arguments.repeatSafety(HttpRequests.usual(action));
        List<String> calls = new ArrayList<>(List.of(call.text()));
        arguments
                .check()
                .ifPresent(look ->
                        calls.add("to see whether it took: " + look(look).text()));
        arguments.undo().ifPresent(requests::of);
        String summary = "Sends " + call.method() + " " + call.url() + ".";
        return new DryRun(action, calls, 1, arguments.undo().orElse(null), summary);
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        return authorized.expired(clock.instant()).orElseGet(() -> sent(authorized));
    }

    private Effect sent(Authorized authorized) {
        Action action = authorized.action();
        try {
            HttpCall call = requests.of(action);
            Map<String, String> more = new HashMap<>(authorization(call));
            RepeatSafety safety = repeatSafety(action);
            if (safety == RepeatSafety.KEYED) {
                more.put("Idempotency-Key", authorized.idempotencyKey());
            }
            if (action.kind().equals(HttpRequests.OPENC2)) {
                more.put("X-Request-ID", authorized.idempotencyKey());
            }
            Answer answer = wire.send(call, more, new CommandArguments(action).timeout(settings.timeout()));
            return judged(action, answer, safety);
        } catch (ActionInvalid invalid) {
            return new Effect.Refused(String.valueOf(invalid.getMessage()));
        } catch (ActionNotConfigured missing) {
            return new Effect.NotConfigured(String.valueOf(missing.getMessage()));
        }
    }

    private static Effect judged(Action action, Answer answer, RepeatSafety safety) {
        Effect effect = Judgement.of(answer, safety);
        return action.kind().equals(HttpRequests.OPENC2)
                        && effect instanceof Effect.Done done
                        && answer instanceof Answer.Given given
                ? OpenC2.judge(done, given.body().text())
                : effect;
    }

    @Override
    public Check check(Action action) {
        try {
            return new CommandArguments(action)
                    .check()
                    .map(this::looked)
                    .orElseGet(() -> new Check(Verdict.CANNOT_TELL, "the action names no check"));
        } catch (ActionInvalid | ActionNotConfigured e) {
            return new Check(Verdict.CANNOT_TELL, String.valueOf(e.getMessage()));
        }
    }

    private Check looked(Action action) {
        HttpCall call = look(action);
        Answer answer = wire.send(call, authorization(call), new CommandArguments(action).timeout(settings.timeout()));
        return Judgement.seen(answer);
    }

    /** A look changes nothing, so it is a GET or a HEAD. */
    private HttpCall look(Action action) {
        Map<String, String> arguments = new HashMap<>(action.arguments());
        arguments.putIfAbsent("method", "GET");
        HttpCall call = requests.of(new Action(HttpRequests.REQUEST, action.target(), arguments));
        if (!Set.of("GET", "HEAD").contains(call.method())) {
            throw new ActionInvalid("the argument 'check.method' is GET or HEAD, for a check changes nothing");
        }
        return call;
    }

    private Map<String, String> authorization(HttpCall call) {
        Credentials credentials = call.credentials();
        if (credentials == null) {
            return Map.of();
        }
        String value = credentials.value(secrets);
        if (value.chars().anyMatch(one -> one < ' ' || one == 127)) {
            throw new ActionNotConfigured("the secret '" + credentials.name() + "' holds more than one line");
        }
        return Map.of(
                "Authorization",
                credentials.type() == Credentials.Type.OAUTH2 ? "Bearer " + value : basic(credentials, value));
    }

    private static String basic(Credentials credentials, String value) {
        String both = credentials.user().map(user -> user + ":" + value).orElse(value);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
