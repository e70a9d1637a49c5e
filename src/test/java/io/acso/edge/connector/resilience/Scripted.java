package io.acso.edge.connector.resilience;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.core.autonomy.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An outside party that answers as it is told, the last answer again and again. */
final class Scripted implements Actuator {

    static final Effect DONE = new Effect.Done(Map.of());
    static final Effect BUSY = new Effect.Failed("busy", true);
    static final Effect LOST = new Effect.Unknown("lost");

    final AtomicInteger calls = new AtomicInteger();
    private final RepeatSafety safety;
    private final Deque<Supplier<Effect>> answers = new ArrayDeque<>();

    Scripted(RepeatSafety safety, Effect... answers) {
        this.safety = safety;
        for (Effect answer : answers) {
            this.answers.add(() -> answer);
        }
    }

    static Scripted answering(Supplier<Effect> answer) {
        Scripted one = new Scripted(RepeatSafety.NONE);
        one.answers.add(answer);
        return one;
    }

    synchronized void now(Effect answer) {
        answers.clear();
        answers.add(() -> answer);
    }

    static Action on(String host) {
        return new Action("http.request", new Target("http:api", host, "https://" + host), Map.of());
    }

    @Override
    public Set<String> kinds() {
        return Set.of("http.request");
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return safety;
    }

    @Override
    public String party(Action action) {
        return "http " + action.target().scope();
    }

    @Override
    public DryRun dryRun(Action action) {
        return new DryRun(action, List.of("GET /"), 1, null, "asks");
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        calls.incrementAndGet();
        return next().get();
    }

    private synchronized Supplier<Effect> next() {
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    @Override
    public Check check(Action action) {
        return new Check(Check.Verdict.IN_PLACE, "seen");
    }
}
