package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A playbook of random shape that passes the check: steps of all types, nested. */
final class RandomPlaybook {

    /** At most so many loops, each with a variable of its own that its first step sets. */
    static final int LOOPS = 5;

    private static final String EXTENSION = "'step_extensions':{'" + Shapes.EXTENSION + "':{%s}}";

    private static final List<String> CONDITIONS = List.of(
            "__fixed__:value = 'x'",
            "__fixed__:value != 'x'",
            "__found__:value = 1",
            "__hosts__:value = '[]'",
            "__never__:value = 'x' OR __fixed__:value = 'x'",
            "__never__:value = 'x'");
    private static final List<String> TARGETS = List.of("i-1", "__hosts__:value", "__none__:value", "__found__:value");

    private final Random random;
    private final PlaybookBuilder builder = new PlaybookBuilder();
    private int count;
    private int loops;
    private boolean steady;

    RandomPlaybook(Random random) {
        this.random = random;
    }

    /** What it does must not depend on the order in which its branches end. */
    RandomPlaybook steady() {
        steady = true;
        return this;
    }

    Playbook playbook() {
        for (int i = 0; i < LOOPS; i++) {
            builder.variable("left" + i, "{'type':'integer','value':'2'}");
        }
        builder.variable("fixed", "{'type':'string','value':'x'}")
                .variable("found", "{'type':'string'}")
                .variable("never", "{'type':'string'}")
                .variable("none", "{'type':'list','value':'[]'}")
                .variable("hosts", "{'type':'list','value':'[\\u0022h1\\u0022,\\u0022h2\\u0022]'}");
        builder.start(sequence(3));
        if (random.nextBoolean()) {
            builder.set("workflow_exception", "'" + sequence(1) + "'");
        }
        return builder.build();
    }

    /** Ends at an end step of its own or a shared one; gives the name of its first step. */
    private String sequence(int depth) {
        String next = random.nextInt(3) == 0 ? "end.shared" : name("end");
        builder.end(next);
        for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
            next = step(depth, next);
        }
        return next;
    }

    private String step(int depth, String next) {
        int kind = random.nextInt(depth > 0 ? 9 : 5);
        return switch (kind) {
            case 4 -> other(next);
            case 5 -> parallel(depth, next);
            case 6 -> choice(depth, next);
            case 7 -> cases(depth, next);
            case 8 -> loops < LOOPS ? loop(depth, next) : choice(depth, next);
            default -> action(next, kind);
        };
    }

    private String other(String next) {
        String name = name("playbook-action");
        builder.step(name, "{'playbook_id':'playbook--0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a10'," + flow(next) + "}");
        return name;
    }

    private String cases(int depth, String next) {
        String name = name("switch-condition");
        String cases = "'y':'" + sequence(depth - 1) + "'"
                + (random.nextBoolean() ? ",'x':'" + sequence(depth - 1) + "'" : "")
                + (random.nextBoolean() ? ",'default':'" + sequence(depth - 1) + "'" : "");
        builder.step(name, "{'switch':'__fixed__:value','cases':{" + cases + "}," + flow(next) + "}");
        return name;
    }

    private String loop(int depth, String next) {
        String variable = "__left" + loops++ + "__";
        String name = name("while-condition");
        String first = name("action");
        builder.task(first, flow(sequence(depth - 1)) + ",'out_args':['" + variable + "']");
        int most = random.nextInt(4) == 0 ? 1 : 6;
        builder.choice(
                name,
                variable + ":value > 0",
                "'on_true':'" + first + "'," + flow(next) + "," + EXTENSION.formatted("'max_iterations':" + most));
        return name;
    }

    private String action(String next, int kind) {
        String name = name("action");
        String flow = flow(next)
                + (random.nextInt(6) == 0 ? ",'delay':5000" : "")
                + (!steady && random.nextInt(4) == 0 ? ",'out_args':['__found__']" : "")
                + (random.nextInt(3) == 0 ? "," + EXTENSION.formatted("'compensate':true") : "")
                + (random.nextInt(6) == 0 ? ",'timeout':60000" : "");
        switch (kind) {
            case 0 -> builder.gated(name, TARGETS.get(random.nextInt(TARGETS.size())), flow);
            case 1 -> builder.manual(name, flow);
            case 2 ->
                builder.action(
                        name, "{'type':'x-acso-task','command':'one'},{'type':'x-acso-task','command':'two'}", flow);
            default -> builder.task(name, flow);
        }
        return name;
    }

    private String parallel(int depth, String next) {
        String name = name("parallel");
        List<String> branches = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            branches.add(sequence(depth - 1));
        }
        builder.parallel(name, branches, flow(next) + (random.nextInt(6) == 0 ? ",'timeout':90000" : ""));
        return name;
    }

    private String choice(int depth, String next) {
        String name = name("if-condition");
        String otherwise = random.nextBoolean() ? ",'on_false':'" + sequence(depth - 1) + "'" : "";
        builder.choice(
                name,
                CONDITIONS.get(random.nextInt(CONDITIONS.size())),
                "'on_true':'" + sequence(depth - 1) + "'" + otherwise + "," + flow(next));
        return name;
    }

    private String flow(String next) {
        return switch (random.nextInt(3)) {
            case 0 -> "'on_success':'" + next + "','on_failure':'" + next + "'";
            case 1 -> "'on_success':'" + next + "'";
            default -> "'on_completion':'" + next + "'";
        };
    }

    private String name(String type) {
        return type + ".n" + count++;
    }
}
