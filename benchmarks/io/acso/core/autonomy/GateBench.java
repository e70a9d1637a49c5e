package io.acso.core.autonomy;

import io.acso.core.autonomy.Situation.Agreed;
import io.acso.core.autonomy.Situation.Tally;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.content.ContentSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Decisions a second and their 99th percentile with 1,000 policies beside the shipped ones: first answers of a policy
 * set that was just loaded, then warm; distinct situations and one that comes again; policies that are each about one
 * account and one of 100 kinds, as a large house has them, and policies that are all about every action, which nothing
 * can cut away. Arguments: policies (1000), decisions of each measurement (20000).
 */
public final class GateBench {

    private static final int KINDS = 100;

    private final int policies;
    private final int decisions;

    private GateBench(int policies, int decisions) {
        this.policies = policies;
        this.decisions = decisions;
    }

    public static void main(String[] args) {
        int policies = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int decisions = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        new GateBench(policies, decisions).run();
    }

    private void run() {
        System.out.printf(Locale.ROOT, "%d policies beside the shipped ones%n", policies);
        measure("each about one kind and account", kind -> "action == Action::\"bench.kind-" + kind % KINDS + "\"");
        measure("each about every action", kind -> "action in Action::\"effect\"");
    }

    private void measure(String what, IntFunction<String> scope) {
        ContentSnapshot content = content(scope);
        long begin = System.nanoTime();
        Policies loaded = Policies.load(content);
        System.out.printf(Locale.ROOT, "%s: loaded in %.0f ms%n", what, (System.nanoTime() - begin) / 1e6);
        report("  cold, each kind for the first time", time(loaded, KINDS, number -> situation(number, number)));
        time(loaded, decisions / 4, number -> situation(number, -number));
        report("  warm, distinct", time(loaded, decisions, number -> situation(number, KINDS + number)));
        report("  warm, the same again", time(loaded, decisions, number -> situation(7, 7)));
    }

    private static long[] time(Policies policies, int times, IntFunction<Situation> situations) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            Situation situation = situations.apply(i);
            long begin = System.nanoTime();
            Decision decision = policies.decide(situation);
            nanos[i] = System.nanoTime() - begin;
            if (decision.verdict() != Decision.Verdict.PERMIT) {
                throw new IllegalStateException(decision.explanation());
            }
        }
        return nanos;
    }

    private static void report(String what, long[] nanos) {
        double seconds = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-38s %,10.0f decisions/s   p50 %7.1f us   p99 %7.1f us%n",
                what,
                nanos.length / seconds,
                nanos[nanos.length / 2] / 1e3,
                nanos[(int) (nanos.length * 0.99)] / 1e3);
    }

    private static Situation situation(int kind, int target) {
        return new Situation(
                Principal.agent("incident-response"),
                "bench.kind-" + Math.floorMod(kind, KINDS),
                new Target("aws:ec2:instance", "aws:123456789012", "eu-north-1/i-" + target),
                Optional.empty(),
                Severity.HIGH,
                90,
                new BlastRadius(1, 100, ""),
                true,
                Agreed.NOBODY,
                new Tally(1, 2, 1, 3, 4),
                AutonomyLevel.ACT,
                false,
                false);
    }

    private ContentSnapshot content(IntFunction<String> scope) {
        StringBuilder schema = new StringBuilder();
        for (int kind = 0; kind < KINDS; kind++) {
            schema.append("action \"bench.kind-")
                    .append(kind)
                    .append("\" in [\"contain\"] appliesTo { principal: [Agent], resource: [Target],")
                    .append(" context: Situation };\n");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < policies; i++) {
            text.append("@id(\"bench-")
                    .append(i)
                    .append("\") @because(\"account ")
                    .append(i)
                    .append("\")\nforbid (principal, ")
                    .append(scope.apply(i))
                    .append(", resource)\nwhen { resource.scope == \"aws:")
                    .append(i)
                    .append("\" && context.confidence < 95 };\n");
        }
        return new ContentSource(GateBench.class.getClassLoader(), null)
                .load()
                .with(Map.of("policies/bench.cedarschema", schema.toString(), "policies/bench.cedar", text.toString()));
    }
}
