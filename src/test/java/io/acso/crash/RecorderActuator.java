package io.acso.crash;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Acts on the recorder in the parent process: one action kind, of one repeat safety. */
final class RecorderActuator implements Actuator {

    private final URI recorder;
    private final RepeatSafety safety;

    RecorderActuator(URI recorder, RepeatSafety safety) {
        this.recorder = recorder;
        this.safety = safety;
    }

    static String kind(RepeatSafety safety) {
        return "crash." + safety.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(kind(safety));
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return safety;
    }

    @Override
    public DryRun dryRun(Action action) {
        String call = ask("dry-run", "");
        return new DryRun(action, List.of(call), 1, null, "has the recorder note " + action.kind());
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        return new Effect.Done(Map.of("said", ask("carry-out", authorized.idempotencyKey())));
    }

    /** Of what is keyed or has no safety nothing can be seen afterwards. */
    @Override
    public Check check(Action action) {
        String seen = ask("check", "");
        return switch (safety) {
            case NATURAL, CHECKABLE ->
                new Check(seen.equals("0") ? Check.Verdict.NOT_IN_PLACE : Check.Verdict.IN_PLACE, seen + " seen");
            case KEYED, NONE -> new Check(Check.Verdict.CANNOT_TELL, "nothing shows it");
        };
    }

    private String ask(String what, String key) {
        try {
            URI uri = recorder.resolve("/" + what + "/" + safety + "/" + key);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setReadTimeout(20_000);
            try (var body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
